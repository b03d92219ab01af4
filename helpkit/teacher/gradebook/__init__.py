"""From results and marks to grades, and to the file of a platform."""
