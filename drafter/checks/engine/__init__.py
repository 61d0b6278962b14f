"""How a check is declared and run, and when an acceptance of its finding stands."""
