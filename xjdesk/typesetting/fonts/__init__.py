"""The fonts of a document: found, checked, measured, reported."""
