"""What was changed since the last save, for when the program does not get to save it."""
