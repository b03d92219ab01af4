"""Counts and models to plotly figures (plain dicts) and their text twins; never displays."""
