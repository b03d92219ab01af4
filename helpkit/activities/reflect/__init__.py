"""Free writing in parts; the length in words is a guide, never a bar."""
