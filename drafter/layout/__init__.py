"""The page in numbers, from a `Layout`: geometry, and how much a line holds. Knows no XML."""
