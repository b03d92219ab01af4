"""What the machine makes of each submission."""
