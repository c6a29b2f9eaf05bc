"""Checks of a report against last year's, beyond the relations of its form."""
