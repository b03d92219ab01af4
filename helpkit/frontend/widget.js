// @ts-check
// One widget on the page: its frame, its way to the kernel, and what it is filled with.
import { fail, h, uid } from "./dom.js";
import { Outbox } from "./outbox.js";
import { patient, steady } from "./pointer.js";
import { storage } from "./storage.js";
import { fill } from "./words.js";

/** @import { Model, Ui, Where, WholeModel } from "./types.js" */
/** @typedef {ReturnType<typeof frame>} Frame */

/** What stands right under the title of a notebook; the others stand in a part of it. */
const FIRST = ["start", "student", "lessons"];

/** JupyterLab takes no key for itself where this is set. */
const KEYS_ARE_OURS = { "data-lm-suppress-shortcuts": "true" };

/**
 * Let the model hear Python, however long the page took to start it. After two seconds anywidget 0.11
 * drops every message that comes for a model, for good; here the model has started.
 * @param {Model} model
 */
function listen(model) {
  const hear = (/** @type {WholeModel} */ whole) => {
    const { _handle_comm_msg: take } = Object.getPrototypeOf(Object.getPrototypeOf(whole));
    whole.comm?.on_msg(take.bind(whole));
  };
  model.on("change:helpkit", hear); // a change tells of the whole model, of which we hold a part
  model.set("helpkit", uid("model"));
  model.off("change:helpkit", hear);
}

/**
 * Say in which language the prose around a widget is: JupyterLab takes a page for English, and a screen
 * reader would read Dutch as if it were that. The widget is in the notebook only when it is shown.
 * @param {HTMLElement} root @returns {() => void} its end
 */
function speak(root) {
  const shown = new ResizeObserver(() => root.closest(".jp-Notebook")?.setAttribute("lang", root.lang));
  shown.observe(root);
  return () => shown.disconnect();
}

/**
 * The root with title, banner for problems, live region, and room for the rest.
 * @param {string} name @param {Model} model
 */
function frame(name, model) {
  const { title, intro } = model.get("view");
  const heading = uid("title");
  const body = h("div", { class: "hk-body" });
  const problem = h("p", { class: "hk-problem", role: "alert", hidden: true });
  const live = h("p", { class: "hk-live", role: "status" });
  const about = { role: "group", lang: model.get("language"), "aria-labelledby": heading, ...KEYS_ARE_OURS };
  const root = h(
    "div",
    { class: `hk hk-${name}`, ...about },
    h(FIRST.includes(name) ? "h2" : "h3", { class: "hk-title", id: heading }, title),
    intro ? h("p", { class: "hk-intro" }, intro) : null,
    problem,
    body,
    live,
  );
  // JupyterLab matches the element in focus before it looks at the root: "d d" on a button deletes the cell.
  root.addEventListener("focusin", ({ target }) => {
    for (const [name, value] of Object.entries(KEYS_ARE_OURS))
      /** @type {Element} */ (target).setAttribute(name, value);
  });
  return { root, body, problem, live };
}

/** What goes wrong is shown in the widget, and raised. @param {HTMLElement} root @param {() => void} act */
function guarded(root, act) {
  return () => {
    try {
      act();
    } catch (error) {
      fail(root, error);
    }
  };
}

/**
 * @param {HTMLElement} root @param {() => void} look what to do whenever the widget comes into sight
 * @returns {() => void} its end
 */
function whenSeen(root, look) {
  const sight = new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting)) look();
  });
  sight.observe(root);
  return () => sight.disconnect();
}

/**
 * What a widget's own module is given; `ends` collects what must end with it.
 * @template View, State
 * @param {Model<View, State>} model @param {Frame} frame @param {(() => void)[]} ends
 */
function connected(model, { root, body, problem, live }, ends) {
  const words = model.get("words");
  const hand = patient(root);
  let complaints = 0;
  // A banner that comes or goes moves what is below it, also a button that is held down.
  const tell = (/** @type {string} */ text) =>
    hand.when(() => {
      problem.textContent = text;
      problem.hidden = !text;
    })();
  const outbox = new Outbox(model, tell, () => complaints);
  /** @type {Ui<View, State>} */
  const ui = {
    model,
    root,
    body,
    view: model.get("view"),
    drafts: storage(`${model.get("place")}.draft`),
    state: () => model.get("state"),
    t: (key, values) => fill(words[key] ?? key, values),
    send: outbox.send,
    ask: outbox.ask,
    unacknowledged: outbox.unacknowledged,
    tell: (text) => {
      complaints += 1;
      tell(text);
    },
    say: (text) => (live.textContent = text),
    follow: (show) => {
      const update = hand.when(guarded(root, show));
      model.on("change:state", update);
      ends.push(() => model.off("change:state", update));
      guarded(root, show)();
    },
    refreshWhenSeen: () => void ends.push(whenSeen(root, () => void outbox.ask({ kind: "refresh", item: "*" }))),
  };
  steady(root);
  root.addEventListener("hk-fail", (event) =>
    tell(fill(words.fault, { error: /** @type {CustomEvent} */ (event).detail })),
  );
  return { ui, outbox, hand };
}

/**
 * Show the widget's own part, and lay it anew when it is about something else.
 * @template View, State
 * @param {Ui<View, State>} ui @param {Outbox} outbox @param {(() => void)[]} ends
 * @param {(ui: Ui<View, State>) => (void | (() => void))} build
 */
function laying(ui, outbox, ends, build) {
  let resent = false;
  const clear = () => {
    for (const end of ends.splice(0)) end();
    ui.body.replaceChildren();
  };
  // What an exercise shows hangs on who the student is: until that is known, the sentence that asks,
  // and what an earlier page kept would be refused.
  const lay = () => {
    clear();
    ui.view = ui.model.get("view");
    const waits = ui.model.get("waits");
    if (waits) return ui.body.append(h("p", { class: "hk-waits" }, waits));
    const end = build(ui);
    if (end) ends.push(end);
    if (!resent) outbox.resend();
    resent = true;
  };
  return { lay, clear };
}

/**
 * One widget on the page. `build` fills `ui.body` and returns its clean-up, if it needs one.
 * @template View, State
 * @param {string} name @param {Where<View, State>} where
 * @param {(ui: Ui<View, State>) => (void | (() => void))} build
 */
export function mount(name, { model, el }, build) {
  listen(model);
  /** @type {(() => void)[]} */
  const ends = [];
  const parts = frame(name, model);
  const { ui, outbox, hand } = connected(model, parts, ends);
  const { lay, clear } = laying(ui, outbox, ends, build);
  const again = guarded(parts.root, lay);
  const changes = /** @type {const} */ (["change:view", "change:waits"]);
  for (const change of changes) model.on(change, again);
  lay();
  el.append(parts.root);
  const hush = speak(parts.root);
  return () => {
    hush();
    for (const change of changes) model.off(change, again);
    hand.stop();
    outbox.stop();
    clear();
    parts.root.remove(); // JupyterLab holds on to where it stood, and with it to all that was in there
  };
}
