"""Other formats, out and in: PDF, workbook, plain text."""
