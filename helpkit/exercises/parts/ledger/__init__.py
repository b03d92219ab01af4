"""Compute what both feel after some favours."""
