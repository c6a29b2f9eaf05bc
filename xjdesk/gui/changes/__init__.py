"""What was changed in the report: in words, and as the window 修改记录."""
