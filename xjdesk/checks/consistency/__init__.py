"""The text against itself: sums, shares, growth, counts of points, facts told twice."""
