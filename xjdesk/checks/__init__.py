"""What does not add up in a report: pure functions from a form and a report to findings."""
