"""The ways in which a helping relationship can start, and who moves first in each."""
