"""The project file behind the open document: opening, saving, keeping, bringing back."""
