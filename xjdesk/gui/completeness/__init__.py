"""How far the open document is filled in: the meter, the tips of the tabs, the way to blanks."""
