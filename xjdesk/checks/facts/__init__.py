"""Text against table: what sentences say about cells, in numbers and without."""
