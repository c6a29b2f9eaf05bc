"""An existing report given as plain text, read into a project by its structure."""
