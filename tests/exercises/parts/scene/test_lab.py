"""A scene as text beside its preview: checked while it is typed, kept, and never run."""

import re

from playwright.sync_api import Locator, expect

from helpkit.content.scene_file import template
from helpkit.exercises.parts.scene.inspection import LONGEST, ROOM
from tests.browser.notebook import Notebook
from tests.browser.steps import all_saved, journal, reload
from tests.exercises.parts.scene.test_page import EN, begun, text, verdict
from tests.exercises.samples import own_scene
from tests.exercises.test_page import again, field

WHOLE = own_scene()
HOSTILE = '</script><img src=x onerror=\\"document.title=1\\"><b>{client}</b>'
SENT = """() => {
  window.tried = 0;
  const send = WebSocket.prototype.send;
  WebSocket.prototype.send = function (data) {
    const text = typeof data === "string" ? data : new TextDecoder().decode(data);
    if (text.includes('"kind":"try"')) window.tried += 1;
    return send.call(this, data);
  };
}"""

FILL = """() => {
  for (let number = 0; ; number += 1)
    try {
      localStorage.setItem(`filler-${number}`, "z".repeat(50_000));
    } catch {
      return;
    }
}"""
"""Leave no room in the browser."""


def long_scene(nodes: int) -> str:
    """A scene of so many nodes one after the other, without a fault."""
    head = ("title", "client", "helper", "setting", "hidden")
    rows = [f'{name} = "The {name}"' for name in head]
    rows += ['first = "n0"', "start = { trust = 5, client = 5, helper = 5 }"]
    for number in range(nodes):
        after = f"n{number + 1}" if number + 1 < nodes else "e1"
        rows += [f"[nodes.n{number}]", f'says = "Line {number}"']
        for choice, gain in (("a", 1), ("b", -1)):
            rows += [f"[nodes.n{number}.choices.{choice}]", 'says = "Yes?"', 'why = "So."']
            rows += [f"effect.trust = {gain}", "effect.client = 0", f"effect.helper = {-gain}"]
            rows += ['form = "pure"', f'next = "{after}"']
    return "\n".join([*rows, "[endings.e1]", 'kind = "helpful"', 'says = "Over."'])


def pasted(root: Locator, whole: str) -> None:
    """Put a long text in at once: Chromium types it line by line, which takes half a minute."""
    put = "(node, whole) => { node.value = whole; node.dispatchEvent(new Event('input')); }"
    text(root).evaluate(put, whole)


def saved(root: Locator) -> None:
    """Wait until what stands in the field is on the disk."""
    expect(root.locator(".hk-status")).to_contain_text("saved at")
    all_saved(root.page)


def on_disk(notebook: Notebook) -> str:
    """The text that would be handed in."""
    event = journal(notebook).state().of("exercise-06", "build").reflections["text"]
    assert not event.private
    return str(event.value)


def test_an_evening_with_the_mouse(notebook: Notebook) -> None:
    root = begun(notebook)
    expect(verdict(root)).to_have_text(EN["nothing-yet"])
    field(root, "put-example").click()
    expect(text(root)).to_have_value(template("en"))
    expect(verdict(root)).to_have_text(EN["ours"])
    expect(root.locator(".hk-met")).to_have_count(5)

    mine = template("en").replace("Can you look", "Will you look").replace('"e2"', '"e9"')
    assert mine != template("en")
    pasted(root, mine)
    expect(verdict(root)).to_have_text(EN["one-fault"])
    rows = mine.split("\n")
    wrong = next(number for number, row in enumerate(rows, start=1) if '"e9"' in row)
    root.locator(".hk-faults button").click()
    expect(text(root)).to_be_focused()
    chosen = "(node) => node.value.slice(node.selectionStart, node.selectionEnd)"
    assert text(root).evaluate(chosen) == rows[wrong - 1]
    expect(root.locator(".hk-caret")).to_have_text(f"Line {wrong} of {len(rows)}")

    root.locator(".hk-reply").first.click()
    root.locator(".hk-reply").last.click()
    expect(root.locator(".hk-tried")).to_contain_text("‘e9’ is not there yet")
    pasted(root, mine.replace('"e9"', '"e2"'))
    expect(verdict(root)).to_have_text(EN["no-faults"])
    expect(root.locator(".hk-tried")).to_contain_text(EN["kind-empty"])
    field(root, "step-back").click()
    expect(root.locator(".hk-mine")).to_have_count(1)
    field(root, "from-start").click()
    expect(root.locator(".hk-mine")).to_have_count(0)

    pasted(root, mine.replace('next = "e9"', 'next = "e2'))
    expect(root.locator(".hk-faults")).to_contain_text(EN["toml-quote"].split("(")[0])
    expect(root.locator(".hk-faults button")).to_have_text(f"Line {wrong}")
    expect(root.locator(".hk-unread")).to_have_count(7)
    expect(root.locator(".hk-tried")).to_contain_text(EN["as-last-read"])

    pasted(root, WHOLE)
    expect(root.locator(".hk-met")).to_have_count(7)
    field(root, "put-example").click()
    field(root, "keep-mine").click()
    expect(text(root)).to_have_value(WHOLE)
    field(root, "put-example").click()
    field(root, "replace").click()
    expect(text(root)).to_have_value(template("en"))
    field(root, "put-back").click()
    expect(text(root)).to_have_value(WHOLE)
    saved(root)
    pasted(root, WHOLE.replace("In my own words: ", HOSTILE))
    expect(root.locator(".hk-tried")).to_contain_text("</script><img src=x")
    root.locator(".hk-tried summary").click()
    expect(root.locator(".hk-lines > li")).to_have_count(15)
    expect(root.locator("img, script, b")).to_have_count(0)

    text(root).press("Control+End")
    notebook.page.keyboard.type("# the page is left in the middle")
    reload(notebook)
    last = WHOLE.replace("In my own words: ", HOSTILE) + "# the page is left in the middle"
    expect(text(root)).to_have_value(last, timeout=30_000)
    saved(root)
    again(notebook)
    expect(text(root)).to_have_value(last)
    expect(verdict(root)).to_have_text(EN["no-faults"])
    expect(root.locator(".hk-came-back")).to_be_empty()
    assert on_disk(notebook) == last
    assert notebook.page.title() != "1"


def test_long_texts_are_checked_while_typing_goes_on_and_told_before_they_are_lost(
    notebook: Notebook,
) -> None:
    root = begun(notebook)
    page = notebook.page
    long = long_scene(130)
    assert long.count("\n") > 2000
    pasted(root, long)
    expect(verdict(root)).to_have_text(EN["no-faults"], timeout=20_000)
    page.evaluate(SENT)
    text(root).press("Control+End")
    page.keyboard.type("# and on it goes", delay=1)
    expect(text(root)).to_have_value(f"{long}# and on it goes")
    expect(root.locator(".hk-preview")).to_have_attribute("aria-busy", "false")
    assert 0 < page.evaluate("() => window.tried") < len("# and on it goes")
    saved(root)
    assert on_disk(notebook) == f"{long}# and on it goes"
    pasted(root, "a = " + "[" * 20_000 + "\n" * 2000)
    expect(root.locator(".hk-faults")).to_contain_text("nested too deeply")

    nearly = "# " + "x" * int(LONGEST * 0.9)
    pasted(root, nearly)
    expect(root.locator(".hk-size")).to_have_text(EN["nearly-full"].format(percent=90))
    saved(root)
    for most in ("x" * (LONGEST + 600), "\n" * (ROOM // 2 + 300), "x" * 300_000):
        pasted(root, most)
        expect(root.locator(".hk-size")).to_contain_text("so it is not saved")
        text(root).blur()
        expect(root.locator(".hk-status")).to_have_text(EN["kept"])
    assert on_disk(notebook) == nearly
    reload(notebook)
    expect(text(root)).to_have_value("x" * 300_000, timeout=30_000)
    expect(root.locator(".hk-size")).to_contain_text("so it is not saved")
    page.evaluate(FILL)
    pasted(root, "y" * 400_000)
    expect(root.locator(".hk-status")).to_have_text(EN["full"])
    pasted(root, "# short again")
    saved(root)
    assert on_disk(notebook) == "# short again"


def test_what_is_filled_in_is_in_the_text_and_on_the_disk(notebook: Notebook) -> None:
    root = begun(notebook)
    page = notebook.page
    field(root, "view-form").check()
    field(root, "put-example").click()
    expect(field(root, "view-form")).to_be_focused()
    expect(field(root, "title")).to_have_value("The report")  # until then it is empty already
    field(root, "title").fill("")
    page.keyboard.type("dd 00 ii", delay=20)
    expect(field(root, "title")).to_have_value("dd 00 ii")
    field(root, "nodes.n1").click()
    field(root, "nodes.n1.choices").click()
    expect(field(root, "nodes.n1.choices.c.says")).to_be_focused()
    page.keyboard.type("And now?")
    page.keyboard.press("Tab")
    expect(text(root)).to_have_value(re.compile('says = "And now\\?"'))
    saved(root)
    assert 'title = "dd 00 ii"' in on_disk(notebook)
    again(notebook)
    expect(text(root)).to_have_value(on_disk(notebook))
    expect(text(root)).to_be_hidden()
    expect(field(root, "title")).to_have_value("dd 00 ii")
    reload(notebook)
    expect(text(root)).to_be_visible(timeout=30_000)
