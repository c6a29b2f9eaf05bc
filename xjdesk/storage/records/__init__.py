"""What stands in a project file, as records that JSON can hold, in each version of the format."""
