"""Last year's report beside the open document: choosing the file, and showing which it is."""
