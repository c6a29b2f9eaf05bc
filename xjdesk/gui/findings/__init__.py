"""The findings in the window: by place, in groups, one after the other, and their remedies."""
