"""Tests of helpkit.journal."""
