"""What a fact sheet can say: its records and the questions on their fields. Pure."""
