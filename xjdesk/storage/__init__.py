"""The project file: read, save; and the forms that projects are made in."""
