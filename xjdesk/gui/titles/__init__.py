"""Choosing how a title is broken."""
