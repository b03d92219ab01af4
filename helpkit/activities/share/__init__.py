"""Offer the teacher what is not private."""
