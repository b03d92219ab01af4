"""What a widget tells stays as long as it holds, in whatever order the kernel's replies come."""

import pytest
from playwright.sync_api import Page

from tests.browser.module import exported

# A real mount; only the wire is played by hand, because the order of what arrives is the question.
MOUNTED = """(() => {
  const heard = {};
  const traits = { view: { title: "" }, words: {}, place: "complaints", state: {} };
  const model = {
    get: (name) => traits[name] ?? "",
    set: () => {},
    on: (name, call) => (heard[name] = call),
    off: () => {},
    send: ({ id }) => (heard.id = id),
  };
  const el = document.createElement("div");
  let ui;
  m.mount("complaints", { model, el }, (one) => void (ui = one));
  const send = () => (ui.send({ item: "a", kind: "answer", value: 1 }), heard.id);
  const reply = (id, problem) => heard["msg:custom"]({ id, saved: true, problem });
  const first = send();
  %s
  return el.querySelector(".hk-problem").textContent;
})()"""


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        ("ui.tell('full'); reply(first, '');", "full"),
        ("ui.tell('full'); reply(first, ''); reply(send(), '');", ""),
        ("ui.tell('full'); reply(first, 'not saved');", "not saved"),
        ("reply(first, 'not saved'); reply(send(), '');", ""),
    ],
)
def test_a_reply_takes_back_only_what_was_told_before_its_step(
    page: Page, steps: str, told: str
) -> None:
    assert exported(page, "message", MOUNTED % steps) == told


BACK = """(() => {
  const sent = [];
  const traits = { view: { title: "" }, words: {}, place: "set-back", state: {} };
  const model = {
    get: (name) => traits[name] ?? "",
    set: () => {},
    on: () => {},
    off: () => {},
    send: ({ event }) => sent.push(event.value),
  };
  const now = Date.now;
  let minutes = 0;
  Date.now = () => now() + 60000 * minutes;
  const mounted = () => {
    let ui;
    m.mount("set-back", { model, el: document.createElement("div") }, (one) => void (ui = one));
    return ui;
  };
  const steps = (ui, values) => {
    for (const value of values) {
      ui.send({ item: "a", kind: "choice", value });
      minutes -= 7;
    }
  };
  steps(mounted(), [1, 2, 3]);
  steps(mounted(), [4, 5]);
  sent.length = 0;
  mounted();
  Date.now = now;
  globalThis[Symbol.for("helpkit.page-only")].clear(); // this page has no storage of a browser
  return sent;
})()"""


def test_what_waits_is_sent_in_the_order_of_the_steps_when_the_clock_is_set_back(
    page: Page,
) -> None:
    assert exported(page, "message", BACK) == [1, 2, 3, 4, 5]
