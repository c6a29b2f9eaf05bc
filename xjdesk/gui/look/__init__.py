"""How the window looks: light or dark, how large its letters, how large those of the editors."""
