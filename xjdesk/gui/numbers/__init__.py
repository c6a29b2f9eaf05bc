"""The overview of every number in the narrative."""
