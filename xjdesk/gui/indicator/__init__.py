"""What is to be known about one indicator: meaning, relations, where its number is used."""
