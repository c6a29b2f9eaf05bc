"""Checks of the words themselves: punctuation, digits, brackets, spaces, wrong words."""
