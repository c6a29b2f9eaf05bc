"""From the question how to print to the last sheet."""
