"""Copies of projects in a folder of the program: kept, thinned out, found again."""
