"""Checks of the official document as a whole: fields, chapters, dates, numbers, names."""
