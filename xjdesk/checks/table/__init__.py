"""Checks of statistics tables: single cells, relations between them, other reports."""
