"""Write what people will read."""
