"""From tree to tree: numbers, references, exhibits, pictures."""
