"""What templates see of a matter: parties, claims, elements, the prayer; and the names that they may use."""
