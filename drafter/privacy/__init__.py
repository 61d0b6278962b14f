"""What identifies a person in a text, however it is typed: one normal form, and one table of patterns."""
