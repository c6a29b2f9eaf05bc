"""What helps to fill in the fields of the official document."""
