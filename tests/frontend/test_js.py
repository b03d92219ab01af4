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


KEPT = """(() => {
  const news = [];
  const hear = ({ detail }) => news.push([detail.waiting, detail.silent]);
  const mounted = (place) => {
    const heard = {};
    const model = {
      get: (name) => ({ view: { title: "" }, words: {}, place, state: {} })[name] ?? "",
      set: () => {},
      on: (name, call) => (heard[name] = call),
      off: () => {},
      send: ({ id }) => {
        if (heard.closed) throw new Error("closed");
        heard.id = id;
      },
    };
    let ui;
    const el = document.createElement("div");
    const end = m.mount(place, { model, el }, (one) => void (ui = one));
    return {
      send: (item, kind = "answer") => (ui.send({ item, kind, value: 1 }), heard.id),
      reply: (id, saved = true) => heard["msg:custom"]({ id, saved, problem: "" }),
      close: () => (heard.closed = true),
      end,
    };
  };
  const [one, other] = [mounted("one"), mounted("other")];
  window.addEventListener("helpkit-kept", hear);
  %s
  window.removeEventListener("helpkit-kept", hear);
  one.end();
  other.end();
  globalThis[Symbol.for("helpkit.page-only")]?.clear();
  return news.filter((each, at) => String(each) !== String(news[at - 1]));
})()"""


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        pytest.param("one.reply(one.send('a'));", [[1, False], [0, False]], id="saved"),
        pytest.param(
            "const id = one.send('a'); other.reply(other.send('b')); one.reply(id);",
            [[1, False], [2, False], [1, False], [0, False]],
            id="two-widgets-count-together",
        ),
        pytest.param(
            "one.send('a'); one.reply(one.send('a'));",
            [[1, False], [0, False], [1, False], [0, False]],
            id="a-later-answer-takes-the-place-of-an-earlier-one",
        ),
        pytest.param(
            "const id = one.send('a'); one.reply(one.send('a')); one.reply(id, false);",
            [[1, False], [0, False], [1, False], [0, False]],
            id="a-late-reply-to-what-was-replaced",
        ),
        pytest.param(
            "one.reply(one.send('a'), false); other.reply(other.send('b'));",
            [[1, False], [2, False], [1, False], [0, False]],
            id="what-the-kernel-held-is-written-before-the-next",
        ),
        pytest.param(
            "one.close(); one.send('a');",
            [[1, False], [1, True]],
            id="a-closed-channel-is-silence",
        ),
        pytest.param(
            "one.send('a'); one.end();",
            [[1, False], [0, False]],
            id="a-widget-that-leaves-is-not-waited-for",
        ),
    ],
)
def test_the_page_tells_how_much_is_on_its_way(
    page: Page, steps: str, told: list[list[object]]
) -> None:
    assert exported(page, "message", KEPT % steps) == told


def test_the_page_tells_that_the_kernel_is_silent_and_that_it_speaks_again(page: Page) -> None:
    page.clock.install()
    page.evaluate("window.addEventListener('helpkit-kept', (e) => (window.kept = e.detail))")
    exported(page, "message", KEPT % "window.late = [one, one.send('a')]; one.end = () => {};")
    page.clock.run_for(3_900)
    assert page.evaluate("window.kept") == {"waiting": 1, "silent": False}
    page.clock.run_for(200)
    assert page.evaluate("window.kept") == {"waiting": 1, "silent": True}
    page.evaluate("window.late[0].reply(window.late[1])")
    assert page.evaluate("window.kept") == {"waiting": 0, "silent": False}


GREETED = """(() => {
  const root = document.createElement("div");
  let calls = 0;
  root.scrollIntoView = () => (calls += 1);
  const model = {};
  m.greet(model, root);
  const outer = document.createElement("div");
  outer.className = "%s";
  outer.append(root); // JupyterLab puts a widget into the notebook when it is made
  m.greet(model, root);
  const drawn = () => new Promise(requestAnimationFrame);
  return drawn().then(drawn).then(() => calls);
})()"""


@pytest.mark.parametrize(("around", "calls"), [("jp-Notebook", 1), ("hk-lesson", 0)])
def test_the_first_view_calls_back_but_where_the_lesson_view_keeps_the_place(
    page: Page, around: str, calls: int
) -> None:
    assert exported(page, "head", GREETED % around) == calls
