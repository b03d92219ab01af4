"""A situation with several defensible answers; the order is that of the file."""
