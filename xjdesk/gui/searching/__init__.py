"""A line in which a few words lead to one of many things."""
