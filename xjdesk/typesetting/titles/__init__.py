"""Titles: parted into words, broken into lines of a good shape."""
