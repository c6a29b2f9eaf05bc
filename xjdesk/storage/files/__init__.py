"""Files of any kind: reading what may be anything, writing so that nothing is lost."""
