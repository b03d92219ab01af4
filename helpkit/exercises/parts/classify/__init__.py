"""Say of each item what it is."""
