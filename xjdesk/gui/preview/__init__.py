"""The pages beside the editor."""
