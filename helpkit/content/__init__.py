"""What is known: ids and readings in TOML, prose by id in one folder per language."""

from helpkit.content.dictionary import load_dictionary
from helpkit.content.load import Fault, languages, load
from helpkit.content.rules.faults import faults
from helpkit.content.sentiments import equations, sentiments
from helpkit.content.types import Content

__all__ = [
    "Content",
    "Fault",
    "equations",
    "faults",
    "languages",
    "load",
    "load_dictionary",
    "sentiments",
]
