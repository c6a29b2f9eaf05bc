"""Text into lines: glyphs, marks squeezed, breaks, runs."""
