"""The lock beside a project file: who has it open, since when, and whether that is over."""
