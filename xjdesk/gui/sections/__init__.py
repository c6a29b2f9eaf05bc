"""Sections of a chapter in the window: their levels and numbers, and the outline of them."""
