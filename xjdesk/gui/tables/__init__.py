"""The grids in which statistics tables are filled in."""
