"""The parts of a notebook, each of which may be alone on the screen, and the links between them."""

import re
from itertools import chain
from pathlib import Path

from helpkit.content import load
from tests.notebooks.shipped import (
    ELSEWHERE,
    SANDBOX,
    calls,
    code,
    every_exercise,
    every_lesson,
    every_notebook,
    fragment,
    markdown,
    notebook,
    parts,
    source,
    titles,
)

UNLISTED = ("terms-text", "share-text", "inside-text", "sources")
"""The parts of the sandbox that take no time worth naming."""
OFFER = re.compile(r"^- \[(.+)\]\(#(.+)\): .+ (\d+) minu\w+\.$", re.MULTILINE)
"""A line of the list with which the sandbox begins: a part, its link, its minutes."""
OUT_OF_SIGHT = re.compile(r"\b(above|below|scroll?|hierboven|hieronder)\b", re.IGNORECASE)


def _fragments(path: Path) -> list[str]:
    return [fragment(title) for title in chain.from_iterable(map(titles, markdown(path)))]


def _links(path: Path) -> list[str]:
    """Where the links within the notebook lead, in their order."""
    return re.findall(r"\]\(#([^)]+)\)", "\n".join(map(source, markdown(path))))


def _entries(path: Path) -> dict[str, str]:
    """The terms that a lesson lists, by the fragment under which they stand."""
    glossary, chapter = load(path.parent.name).glossary, int(path.name[:2])
    return {f"term-{term.id}": term.term for term in glossary.values() if chapter in term.chapters}


@every_notebook
def test_what_to_press_is_said_only_where_there_is_no_lesson_view(path: Path) -> None:
    _, second, third = notebook(path)["cells"][:3]
    assert [cell for cell in markdown(path) if "Run All" in source(cell)] == [second]
    assert (second["id"], second["metadata"]) == (ELSEWHERE, {"tags": [ELSEWHERE]})
    assert third["cell_type"] == "code"


@every_notebook
def test_a_part_begins_with_its_only_heading(path: Path) -> None:
    assert {len(titles(cell)) for cell in markdown(path)} == {0, 1}
    assert [cell for cell in markdown(path) if "\n#" in source(cell)] == []


@every_notebook
def test_no_two_headings_have_the_same_fragment(path: Path) -> None:
    assert len(_fragments(path)) == len({*_fragments(path)})


@every_notebook
def test_no_text_counts_on_what_is_in_sight(path: Path) -> None:
    """What stood above or below may be in another part, which is not on the screen."""
    texts = [source(cell) for cell in markdown(path) if cell["id"] != ELSEWHERE]
    assert [text for text in texts if OUT_OF_SIGHT.search(text)] == []


@every_lesson
def test_the_sandbox_begins_with_a_list_of_its_parts_and_their_minutes(path: Path) -> None:
    order, activities = [*parts(path)], load(path.parent.name).activities[path.name[:2]]
    offers = OFFER.findall(source(parts(path)[SANDBOX][0]))
    offered = [key for key in order[order.index(SANDBOX) + 1 :] if key not in UNLISTED]
    for key, (title, link, minutes) in zip(offered, offers, strict=True):
        head, *cells = parts(path)[key]
        assert titles(head) == [title]
        assert link == fragment(title)
        sums = sum(activities[name].minutes for verb, name in calls(cells) if verb != "reveal")
        assert int(minutes) == (sums or int(minutes))


@every_exercise
def test_every_link_within_an_exercise_leads_to_a_heading(path: Path) -> None:
    assert {*_links(path)} <= {*_fragments(path)}


@every_lesson
def test_every_link_within_a_lesson_leads_to_a_heading_or_a_term_of_its_list(path: Path) -> None:
    assert {*_links(path)} <= {*_fragments(path), *_entries(path)}
    assert [cell["id"] for cell in code(path) if source(cell).endswith(".terms()")] == ["terms"]


@every_lesson
def test_a_term_is_marked_once_and_opens_its_entry(path: Path) -> None:
    marked = [link for link in _links(path) if link.startswith("term-")]
    assert marked
    assert len(marked) == len({*marked})


@every_lesson
def test_a_term_in_bold_is_a_link(path: Path) -> None:
    prose = "\n".join(map(source, markdown(path)))
    bold = {phrase.casefold() for phrase in re.findall(r"(?<!\[)\*\*([^*]+)\*\*", prose)}
    assert bold.isdisjoint(term.casefold() for term in _entries(path).values())
