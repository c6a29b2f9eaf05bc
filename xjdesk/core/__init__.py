"""What a form, a report and a change are. Standard library only, no files, no Qt."""
