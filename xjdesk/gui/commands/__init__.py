"""Finding what the menus do, and its keys."""
