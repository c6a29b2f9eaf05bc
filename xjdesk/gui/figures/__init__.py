"""Figures (引用数字) on screen: chips in the narrative, and the dialog that binds a number."""
