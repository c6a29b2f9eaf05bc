"""Checks for characters that cannot be printed."""
