"""What speaks to a person: questionary at a capable terminal, line by line elsewhere. Nothing else does."""
