"""Scripts that a test runs as a process of its own."""
