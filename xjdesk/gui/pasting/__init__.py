"""What other programs lay on the clipboard, made fit for a report."""
