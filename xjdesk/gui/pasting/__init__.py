"""What is pasted from other programs, made into paragraphs of a report."""
