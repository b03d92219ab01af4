"""The scenes of the table agree with the figures that the model was given, both ways round."""

import csv
from pathlib import Path

from helpkit.content import load
from helpkit.content.strains import strains

EN = load("en")
GOLDEN = Path(__file__).parents[1] / "models" / "affect_control_events.csv"


def test_every_scene_has_its_published_figures() -> None:
    straight, turned = strains(EN), strains(EN, reversed=True)
    with GOLDEN.open() as file:
        rows = list(csv.DictReader(line for line in file if not line.startswith("#")))
    assert {row["event"] for row in rows} == set(straight)
    for row in rows:
        strain = straight[row["event"]]
        assert round(strain.helping, 2) == float(row["helping"])
        assert round(strain.failing, 2) == float(row["failing"])
        assert round(turned[row["event"]].helping, 2) == float(row["reversed"])


def test_where_failing_fits_better() -> None:
    odd = [key for key, strain in strains(EN).items() if strain.difference < 0]
    assert sorted(odd) == ["bystander-victim", "clergy", "undertaker"]
