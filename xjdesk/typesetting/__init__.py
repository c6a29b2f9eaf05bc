"""From a report to pages: glyph runs and rules in mm, placed once for PDF, screen and printer."""
