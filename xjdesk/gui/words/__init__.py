"""The user's own words in the window."""
