"""The files last used, on the start page and in the menu."""
