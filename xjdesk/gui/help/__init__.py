"""What the menu 帮助 shows."""
