"""The pictures of the models to explore, one model per file."""
