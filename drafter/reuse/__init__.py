"""One matter and others: a new one made from an old, profiles, overlap, redacted copies."""
