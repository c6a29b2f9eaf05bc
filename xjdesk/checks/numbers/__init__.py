"""The numbers in running text: what each is, and what it counts."""
