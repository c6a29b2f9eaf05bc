"""Keeping what is the same in all reports of an office (单位资料), and filling it in."""
