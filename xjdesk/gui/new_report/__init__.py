"""Asking for all that a new report begins with, in three steps."""
