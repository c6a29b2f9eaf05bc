"""What the program is called on the screen."""

PROGRAM = "西吉填报"
