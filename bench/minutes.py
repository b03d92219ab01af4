"""How many minutes does each part of a lesson take somebody who does it?

Run it with `python bench/minutes.py [LESSON] [LANGUAGE]`; it needs what the browser tests need. In
a real JupyterLab and a real Chromium it does all that a student does above the cell `sandbox`, and
counts the sentences that come into sight for the first time, the choices, the numbers and the words
written. Minutes are worked out from those counts, not measured: this machine's pace says nothing of
a reader's.

The paces are guesses with a bound. A careful reader at B1 reads 200 words a minute (fast: 238, the
mean for silent reading of English non-fiction in Brysbaert, 2019) and composes 15 (fast: 19; Karat,
Halverson, Horn and Karat, 1999). Not counted: a pause, a long look at a picture, a second reading.
Of a long comparison of cards the first five are read, and a third of the rest.
"""

import re
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import nbformat
from playwright.sync_api import Locator, Page, sync_playwright

from helpkit.content import load
from helpkit.content.scene_graph import graph
from helpkit.models.dialogue import ASKING, always
from tests.browser.chromium import chromium_path
from tests.browser.fixtures import FLAGS, SIZE
from tests.browser.steps import all_saved
from tests.browser.test_second_evening import SecondEvening
from tests.lab.running import Lab, running_lab

LESSONS = ("01", "02", "06")
#: At which cell each part that the title cell names begins; some parts come back later.
GROUPS = {
    "01": {
        "guess-text": 0,
        "criteria-text": 1,
        "stories-text": 2,
        "word-guess-text": 3,
        "your-move-text": 4,
        "recap-text": 5,
    },
    "02": {
        "metaphors-text": 0,
        "first-receipt-text": 1,
        "account-text": 2,
        "second-receipt-text": 1,
        "fairness-text": 3,
        "relations-text": 4,
        "stage-text": 5,
        "face-text": 6,
        "seesaw-text": 7,
        "cameras-text": 8,
        "neither-text": 9,
        "predictions-text": 10,
    },
    "06": {
        "guess-text": 0,
        "first-text": 1,
        "forms-text": 2,
        "second-text": 3,
        "turn-text": 4,
        "predictions-text": 5,
    },
}
VERB = re.compile(r"ch\d\.(\w+)\((?:\"([\w-]+)\")?\)")
SENTENCE_END = re.compile(r"(?<=[.!?…’])\s+(?=[^a-z])")
WORD = re.compile(r"\w+(?:[’'.,-]\w+)*")
NAMED = re.compile(r"([^,:.;|]+?) (\d+)(?=[,.;])")
#: What says only how far one is, what a screen reader reads, what Plotly draws.
NOT_READ = (
    "svg, .js-plotly-plot, [hidden], [aria-hidden='true'], .hk-live, option, textarea,"
    " .jp-CodeCell .jp-Cell-inputWrapper, .hk-progress, .hk-eyebrow, .hk-status, .hk-total,"
    " .hk-position, .hk-stepper, .hk-mark"
)
LINES = """(cell, skip) => {
  const lines = new Map();
  const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    let node = texts.currentNode.parentElement;
    if (node.closest(skip) || !node.checkVisibility({ visibilityProperty: true })) continue;
    const within = (one) => ["inline", "contents"].includes(getComputedStyle(one).display);
    while (within(node)) node = node.parentElement;
    lines.set(node, (lines.get(node) ?? "") + texts.currentNode.data);
  }
  const tidy = [...lines.values()].map((line) => line.replace(/\\s+/g, " ").trim());
  return tidy.filter((line) => /\\p{L}/u.test(line));
}"""
#: What comes into a cell only when it is seen.
FILLED = {"predictions": ".hk-entry", "recap": ".hk-guesses li"}
DRAWN = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
OFFERED = "({ options }) => [...options].filter((o) => !o.disabled).map((o) => o.value)"
THINKING, NUMBER, ONWARD = 20, 8, 2  # seconds before a text, for a number, to go on
REPLY, LINE, ARGUMENT = 25, 12, 15  # words in a message, in one line, for a disputed card
ALL_READ, DISPUTED, OF_THE_REST = 10, 5, 1 / 3
EVENING = (
    *("give-A", "give-B", "undo", "thank-B", "give-B", "thank-A", "both-give", "both-thank"),
    *("one-gives", "give-B", "repay-A", "ignore-B"),
)


@dataclass(frozen=True)
class Pace:
    """Words read and written in a minute, and seconds for a choice after its text is read."""

    reading: int
    writing: int
    choice: int


PACES = (Pace(238, 19, 3), Pace(200, 15, 4), Pace(150, 12, 6))


@dataclass
class Part:
    """What somebody does in one part."""

    name: str
    group: int | None = None
    words: float = 0
    choices: float = 0
    onward: float = 0
    numbers: int = 0
    texts: int = 0
    written: int = 0

    def minutes(self, pace: Pace) -> float:
        """How long that takes at this pace."""
        seconds = pace.choice * self.choices + ONWARD * self.onward
        seconds += NUMBER * self.numbers + THINKING * self.texts
        return self.words / pace.reading + self.written / pace.writing + seconds / 60


@dataclass
class Counted:
    """The parts of a lesson, and the sentences that were read already."""

    parts: list[Part] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    def read(self, lines: list[str], share: float) -> None:
        """Count the sentences that are new."""
        for sentence in (one for line in lines for one in SENTENCE_END.split(line)):
            if sentence not in self.seen:
                self.seen.add(sentence)
                self.parts[-1].words += share * len(WORD.findall(sentence))


class Student(SecondEvening):
    """Somebody who does the whole of a lesson, from top to bottom."""

    cell: Locator

    def __init__(self, page: Page, lab: Lab, language: str, number: str):
        super().__init__(page, lab, language)
        self.number = number
        self.done = Counted()
        self.notebook = nbformat.read(next(lab.course.rglob(self.content.chapters[number].file)), 4)

    @property
    def part(self) -> Part:
        """Where the student is."""
        return self.done.parts[-1]

    def do(self) -> list[Part]:
        """Everything above the cell `sandbox`."""
        group: int | None = None
        for index, cell in enumerate(self.notebook.cells):
            if cell.id == "sandbox":
                break
            if cell.id == "elsewhere":  # read only where there is no lesson view
                continue
            group = GROUPS[self.number].get(cell.id, group)
            is_code = cell.cell_type == "code"
            heading = None if is_code else re.search(r"^#+ (.+)", cell.source, re.MULTILINE)
            verb = VERB.search(cell.source) if is_code else None
            if heading:
                self.done.parts.append(Part(heading[1], group))
            self.cell = self.mine.locator(".jp-Notebook .jp-Cell").nth(index)
            self.cell.scroll_into_view_if_needed()
            if verb and verb[1] in FILLED:
                self.cell.locator(FILLED[verb[1]]).first.wait_for()
            self.read()
            if verb:
                getattr(self, f"do_{verb[1]}", self.read_only)(verb[2])
        return self.done.parts

    def read(self, share: float = 1) -> None:
        """What has come into sight; of some of it only a share is read."""
        all_saved(self.page)
        self.page.evaluate(DRAWN)
        self.done.read(self.cell.evaluate(LINES, NOT_READ), share)

    def read_only(self, _activity: str | None) -> None:
        """There is nothing to do here."""

    def all(self, selector: str) -> list[Locator]:
        """What there is of it in this cell, in sight."""
        return self.cell.locator(f"{selector}:visible").all()

    def at(self, key: str) -> Locator:
        """The first thing with this key in this cell."""
        return self.cell.locator(f"[data-key='{key}']").first

    def choose(self, one: Locator) -> None:
        """Something was read and weighed."""
        one.click()
        self.part.choices += 1
        self.read()

    def go_on(self, one: Locator, share: float = 1) -> None:
        """A click that only goes on."""
        one.click()
        self.part.onward += share
        self.read(share)

    def compose(self, one: Locator, words: int) -> None:
        """So many words of one's own, which nobody has to read again."""
        text = " ".join(["woord"] * words)
        self.done.seen.add(text)
        one.fill(text)
        one.blur()
        self.part.texts += 1
        self.part.written += words
        self.read()

    def do_message(self, _activity: str) -> None:
        self.compose(self.cell.get_by_role("textbox"), REPLY)
        self.go_on(self.cell.locator("button.hk-primary"))
        self.choose(self.at("label-told"))

    def do_predict(self, _activity: str) -> None:
        field = self.cell.get_by_role("spinbutton")
        field.fill(str(int(str(field.get_attribute("max"))) // 2))
        self.part.numbers += 1
        for degree in self.all("input[type='radio']")[1:2]:
            self.choose(degree)
        self.go_on(self.cell.locator("button.hk-primary"))

    def do_reveal(self, _activity: str) -> None:
        self.go_on(self.cell.locator("button.hk-primary"))

    def do_sort(self, _activity: str) -> None:
        """Every card in a column, in turn; then the comparison, the most disputed card first."""
        cards = int(str(self.cell.locator("progress").get_attribute("max")))
        columns = self.cell.locator(".hk-choose").count()
        for number in range(cards):
            self.choose(self.cell.locator(".hk-choose").nth(number % columns))
        self.go_on(self.cell.locator(".hk-hand [data-key='compare']"))
        if self.cell.locator(".hk-reading[data-verdict='contested']").count():
            self.compose(self.cell.locator(".hk-converse textarea"), ARGUMENT)
        for card in range(1, cards):
            whole = cards <= ALL_READ or card < DISPUTED
            self.go_on(self.at("next"), 1 if whole else OF_THE_REST)

    def do_flip(self, _activity: str) -> None:
        pairs = self.cell.locator(".hk-spot").count()
        for pair in range(pairs):
            criteria = self.all(".hk-criteria button")
            self.choose(criteria[pair % len(criteria)])
            self.go_on(self.at("show"))
            if pair < pairs - 1:
                self.go_on(self.at("next"))

    def do_cases(self, _activity: str) -> None:
        """Every story: what went wrong, one line of one's own, and ours."""
        stories = self.cell.locator(".hk-index li").count()
        for story in range(stories):
            for opening in self.all(".hk-note button")[:1]:
                self.go_on(opening)
            for option in self.all("input[type='radio']")[story % 3 :][:1]:
                self.choose(option)
            for area in self.all("textarea"):
                self.compose(area, LINE)
            self.go_on(self.at("show"))
            if story < stories - 1:
                self.go_on(self.at("next"))

    do_gates = do_cases

    def do_choose(self, _activity: str) -> None:
        """One answer is taken, and what the others give and cost is read as well."""
        self.choose(self.cell.locator(".hk-pick").first)
        while self.all("[data-key^='open-']"):
            self.go_on(self.cell.locator("[data-key^='open-']").first)
        self.go_on(self.cell.locator("button.hk-primary"))

    def do_reflect(self, activity: str) -> None:
        """As many words as the middle of the range, divided evenly."""
        one: Any = self.content.activities[self.number][activity]
        areas = self.all("textarea")
        for area in areas:
            self.compose(area, round((one.low + one.high) / 2 / len(areas)))

    def do_recap(self, _activity: str) -> None:
        for number, episode in enumerate(self.all(".hk-episodes > li")):
            self.choose(episode.locator("input[type='radio']").nth(number % 4))
        self.go_on(self.at("check"))

    def do_explore(self, _activity: str) -> None:
        """Three positions of each knob, one knob after the other."""
        for index in count():
            while index >= len(self.all(".hk-knob")) and self.all("[data-key='next-knob']"):
                self.go_on(self.at("next-knob"))
            knobs = self.all(".hk-knob")
            if index >= len(knobs):
                break
            self.turn(knobs[index])

    def turn(self, knob: Locator) -> None:
        """Three positions, or as many as there are."""
        for slider in knob.locator("input[type='range'][data-key]").all():
            low, high, step = (float(str(slider.get_attribute(a))) for a in ("min", "max", "step"))
            steps = round((high - low) / step)
            for position in (steps // 4, steps // 2, steps):
                slider.fill(f"{round(low + position * step, 6):g}")
                self.part.choices += 1
                self.read()
        for option in knob.locator("input[type='radio']").all()[-3:]:
            self.choose(option)
        for menu in knob.locator("select").all():
            self.pick(menu, 3)

    def pick(self, menu: Locator, number: int) -> None:
        """So many of the entries that can be chosen."""
        for value in menu.evaluate(OFFERED)[1:][:number]:
            menu.select_option(value)
            self.part.choices += 1
            self.read()

    def do_receipt(self, _activity: str) -> None:
        for number, line in enumerate(self.all(".hk-receipt-lines > li")):
            line.locator("input").nth(number * 3 % 11).click()
            self.part.numbers += 1
            self.read()
        for look in self.all("[data-key='look']"):
            self.go_on(look)

    def do_favours(self, activity: str) -> None:
        """A dozen moves, then the people."""
        for move in EVENING:
            self.choose(self.at(move))
        for own in self.all("[data-key='own']"):
            self.choose(own)
        self.do_explore(activity)
        self.choose(self.cell.locator("[data-key^='relation-']").nth(1))

    def do_casting(self, _activity: str) -> None:
        """Every scene worth a try, then a scene of one's own and two repairs."""
        for scene in self.all("[data-key^='try-']"):
            self.choose(scene)
        self.go_on(self.at("clear"))
        self.pick(self.at("first"), 1)
        for person in ("by-first", "by-second"):
            self.choose(self.at(person))
            self.pick(self.at("act"), 1)
            self.choose(self.at("go"))
            self.choose(self.cell.locator("[data-key^='repair-']").first)

    def do_seesaw(self, activity: str) -> None:
        """Whatever either of the two can do, the scenes, and the knobs."""
        for person in self.all("[data-key^='by-']"):
            self.choose(person)
            for move in self.all(".hk-does button")[:3]:
                self.choose(move)
        for scene in self.all("[data-key^='scene-']"):
            self.choose(scene)
        self.do_explore(activity)

    def do_cameras(self, _activity: str) -> None:
        for camera in ("account", "stage"):
            self.choose(self.cell.locator(f"[data-camera='{camera}']").nth(2))
        self.go_on(self.at("look"))

    def do_converse(self, activity: str) -> None:
        """First as it comes, then asking all the way; in the first scene also the other chair."""
        self.go_on(self.at("raise"))
        for turn in count():
            answers = self.all(".hk-answer")
            if not answers:
                break
            self.say(answers[turn % len(answers)])
        self.go_on(self.at("again"))
        # Somebody else may have less time, so it can be over sooner.
        for choice in always(graph(self.content.scenes[activity]), ASKING).choices:
            if self.all(".hk-answer"):
                self.say(self.at(f"say-{choice}"))
        self.at("ending").wait_for()
        if activity != "export-button":
            return
        self.go_on(self.at("panel-chair"))
        while self.all("[data-key='landed']"):
            for felt in ("trust", "own"):
                self.choose(self.at(f"felt-{felt}-1"))
            self.go_on(self.at("landed"))

    def say(self, answer: Locator) -> None:
        """One line, and what it does."""
        self.choose(answer)
        self.go_on(self.at("next"))


def named(title: str, groups: int) -> list[tuple[str, str]]:
    """The parts with their minutes as the title cell names them, if it names as many."""
    lines = [NAMED.findall(line) for line in re.sub(r"\d+ min\w*", "|", title).split("\n")]
    found = [pair for pair in max(lines, key=len) if pair[0].strip()]
    return found[-groups:] if len(found) >= groups else [("?", "?")] * groups


def rows(parts: list[Part], told: list[tuple[str, str]]) -> Iterator[tuple[str, list[Part], str]]:
    """Each part, each group of the title cell, and the whole."""
    for part in parts:
        yield part.name, [part], ""
    for group, (name, says) in enumerate(told):
        yield f"= {name.strip()}", [one for one in parts if one.group == group], says
    says = str(sum(int(says) for _, says in told if says.isdigit()))
    yield "= all that is named", [one for one in parts if one.group is not None], says
    yield "= the lesson", parts, ""


def table(parts: list[Part], title: str, number: str) -> str:
    """As text: counts, minutes at three paces, and what the lesson says."""
    groups = len(set(GROUPS[number].values()))
    lines = [f"{'part':36} words choices numbers written    low   mid  high  says"]
    for name, some, says in rows(parts, named(title, groups)):
        counts = [sum(one.words for one in some), sum(one.choices for one in some)]
        counts += [sum(one.numbers for one in some), sum(one.written for one in some)]
        times = [sum(one.minutes(pace) for one in some) for pace in PACES]
        numbers = f"{counts[0]:5.0f} {counts[1]:7.0f} {counts[2]:7.0f} {counts[3]:7.0f} "
        minutes = " ".join(f"{time:5.1f}" for time in times)
        lines.append(f"{name[:36]:36} {numbers} {minutes}  {says:>4}")
    return "\n".join(lines)


def measured(number: str, language: str) -> str:
    """One lesson, done from top to bottom by a new student."""
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        course, home = Path(place, "course"), Path(place, "jupyter")
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        with running_lab(course, home, "--language", language) as lab:
            page = browser.new_context(viewport=SIZE).new_page()
            student = Student(page, lab, language, number)
            student.begin()
            parts = student.do()
            title = student.notebook.cells[0].source
        browser.close()
    return table(parts, title, number)


if __name__ == "__main__":
    wanted = [one for one in sys.argv[1:] if one in GROUPS] or LESSONS
    spoken = [one for one in sys.argv[1:] if one not in GROUPS] or ["en"]
    for number in wanted:
        for language in spoken:
            print(f"\nLesson {number}, {language}: {load(language).chapters[number].title}")
            print(measured(number, language), flush=True)
