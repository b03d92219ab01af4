// @ts-check
// What every widget shares. Python puts this file before each widget's own (see base.py): a module
// loaded from a blob cannot import its neighbour.

/**
 * @typedef {{ get(name: string): any, set(name: string, value: any): void, send(content: any): void,
 *   on(name: string, callback: Function): void, off(name: string, callback?: Function): void }} Model
 * @typedef {{ item: string, kind: string, value?: any, private?: boolean, activity?: string }} Happening
 */

/** How long the kernel may be silent before the learner is told that nothing is lost. */
const PATIENCE = 4000;

/** What stands right under the title of a lesson or an exercise; the others stand in a part of it. */
const FIRST = ["start", "student"];

/** Kinds of which a later one of an item takes the place of an earlier one. */
const LAST_WINS = ["answer", "reflection"];

/**
 * Text with its {placeholders} filled in; an unknown one stays as it is.
 * @param {string} text @param {Record<string, any>} [values]
 */
export function fill(text, values = {}) {
  return text.replace(/\{([\w-]+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/** @param {EventTarget} target @param {unknown} error */
function fail(target, error) {
  target.dispatchEvent(new CustomEvent("hk-fail", { bubbles: true, detail: error }));
  throw error;
}

/** @param {Function} handler @returns {(event: Event) => void} */
function guarded(handler) {
  return (event) => {
    const target = /** @type {EventTarget} */ (event.currentTarget);
    try {
      Promise.resolve(handler(event)).catch((error) => fail(target, error));
    } catch (error) {
      fail(target, error);
    }
  };
}

/**
 * An element. `onclick` and the like are guarded: their errors are shown in the widget.
 * @param {string} tag @param {Record<string, any>} [attributes] @param {...any} children
 * @returns {any}
 */
export function h(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), guarded(value));
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/**
 * What the browser would not keep, because it is full or keeps nothing: the page holds it for all
 * widgets, and for those of the next run as well; leaving the page is asked about first.
 * @returns {Map<string, string>}
 */
function pageOnly() {
  const place = /** @type {any} */ (globalThis);
  const name = Symbol.for("helpkit.page-only");
  if (!place[name]) {
    place[name] = new Map();
    window.addEventListener("beforeunload", (event) => place[name].size && event.preventDefault());
  }
  return place[name];
}

/** @template T @param {() => T} use @param {T} otherwise @returns {T} */
function ifAllowed(use, otherwise) {
  try {
    return use();
  } catch {
    return otherwise; // a browser that keeps nothing, or has no room left
  }
}

/** @param {string} name @param {string} text whether the browser has it now */
function browserKeeps(name, text) {
  const keep = () => {
    localStorage.setItem(name, text);
    return true;
  };
  return ifAllowed(keep, false);
}

/** What only the page had goes to the browser as soon as that has room. */
function moveIn() {
  const held = pageOnly();
  for (const [name, text] of held) if (browserKeeps(name, text)) held.delete(name);
}

/**
 * Browser storage under one prefix; the page keeps what the browser refuses.
 * @param {string} prefix
 */
export function storage(prefix) {
  const held = pageOnly();
  const full = (/** @type {string} */ key) => `${prefix}.${key}`;
  return {
    /** @param {string} key */
    get: (key) => {
      const text = held.get(full(key)) ?? ifAllowed(() => localStorage.getItem(full(key)), null);
      return text === null ? null : JSON.parse(text);
    },
    /** @param {string} key @param {any} value */
    put: (key, value) => {
      const text = JSON.stringify(value);
      if (browserKeeps(full(key), text)) held.delete(full(key));
      else held.set(full(key), text);
    },
    /** Keep a habit: to lose it is no loss. @param {string} key @param {any} value */
    remember: (key, value) => void browserKeeps(full(key), JSON.stringify(value)),
    /** @param {string} key */
    drop: (key) => {
      held.delete(full(key));
      ifAllowed(() => localStorage.removeItem(full(key)), undefined);
      moveIn();
    },
    /** Whether it would outlive the page. @param {string} key */
    safe: (key) => !held.has(full(key)),
    /** @param {string} start @returns {string[]} */
    keys: (start) => {
      const names = new Set([...ifAllowed(() => Object.keys(localStorage), []), ...held.keys()]);
      return [...names]
        .filter((name) => name.startsWith(full(start)))
        .map((name) => name.slice(prefix.length + 1))
        .sort();
    },
  };
}

/**
 * Sends events and keeps each in the browser until the kernel has it on disk.
 * @param {Model} model @param {(problem: string) => void} tell
 * @param {() => number} complaints how often the widget itself has told something
 */
function post(model, tell, complaints) {
  const outbox = storage(`${model.get("place")}.out`);
  /** @type {Map<string, { key: string, timer: number, before: number, done: (saved: boolean) => void }>} */
  const waiting = new Map();
  /** @type {Map<string, Happening>} what this view sent and the outbox still keeps */
  const kept = new Map();

  const drop = (/** @type {string} */ key) => {
    outbox.drop(key);
    kept.delete(key);
  };
  // An answer that got lost on the way and was given anew must not be sent again and win.
  const replace = (/** @type {Happening} */ event) => {
    if (!LAST_WINS.includes(event.kind)) return;
    for (const [key, old] of kept) {
      if (old.kind === event.kind && old.item === event.item && old.activity === event.activity) drop(key);
    }
  };
  const receive = (/** @type {any} */ reply) => {
    const one = waiting.get(reply.id);
    if (!one) return;
    clearTimeout(one.timer);
    waiting.delete(reply.id);
    if (reply.saved) drop(one.key);
    // That all is well with an earlier step takes back nothing that was said since it was sent.
    if (reply.problem || one.before === complaints()) tell(reply.problem);
    // The new state was sent before this reply, and the front end unpacks it in promises: let them finish.
    setTimeout(() => one.done(reply.saved && !reply.refused));
  };
  const silent = (/** @type {string} */ key) => tell(model.get("words")[outbox.safe(key) ? "kernel-silent" : "kernel-silent-full"]);
  const dispatch = (/** @type {string} */ key, /** @type {Happening} */ event) =>
    new Promise((done) => {
      kept.set(key, event);
      const timer = window.setTimeout(silent, PATIENCE, key);
      waiting.set(key, { key, timer, before: complaints(), done });
      try {
        model.send({ id: key, event });
      } catch {
        silent(key); // a closed channel: the event stays in the outbox and goes out at the next start
      }
    });
  let last = 0;
  const stamp = () => {
    // Keys are sent again in their order, which is that of the steps also when the clock is set back.
    last = Math.max(Date.now(), last + 1, parseInt(outbox.keys("").at(-1) ?? "0", 36) + 1);
    return `${last.toString(36).padStart(9, "0")}-${Math.random().toString(36).slice(2, 8)}`;
  };

  model.on("msg:custom", receive);
  return {
    /** @param {Happening} event @returns {Promise<boolean>} whether it is on disk */
    send: (event) => {
      const key = stamp();
      outbox.put(key, event);
      replace(event);
      return dispatch(key, event);
    },
    /** Ask for something that need not be kept. @param {Happening} event */
    ask: (event) => {
      try {
        model.send({ id: "", event });
      } catch {
        // a closed channel: what is on the page stays as it is
      }
    },
    /** Send what an earlier kernel never acknowledged. */
    resend: () => Promise.all(outbox.keys("").map((key) => dispatch(key, outbox.get(key)))),
    stop: () => {
      model.off("msg:custom", receive);
      for (const { timer } of waiting.values()) clearTimeout(timer);
    },
  };
}

/**
 * Replace what is in `parent` and leave the focus, the selection and the scroll where they were;
 * elements are recognised by `data-key`.
 * @param {HTMLElement} parent @param {...any} children
 */
export function refill(parent, ...children) {
  const active = /** @type {any} */ (parent.contains(document.activeElement) ? document.activeElement : null);
  const key = active?.getAttribute("data-key");
  const selection = active && "selectionStart" in active ? [active.selectionStart, active.selectionEnd] : null;
  parent.replaceChildren(...children.flat(Infinity).filter(Boolean));
  if (!key) return;
  const again = /** @type {any} */ (parent.querySelector(`[data-key="${CSS.escape(key)}"]`));
  again?.focus({ preventScroll: true });
  if (again && selection && selection[0] !== null) again.setSelectionRange(...selection);
}

/**
 * Where to scroll and focus after a step forward: the first element with this key.
 * @param {HTMLElement} root @param {string} key
 */
export function focusOn(root, key) {
  /** @type {HTMLElement | null} */ (root.querySelector(`[data-key="${CSS.escape(key)}"]`))?.focus();
}

/** An id that no other view on the page has. @param {string} stem */
export function uid(stem) {
  return `hk-${stem}-${Math.random().toString(36).slice(2, 10)}`;
}

/**
 * Puts off what would redraw while a button is held down: a click is lost when its button is replaced
 * or moved between press and release, as when leaving a field for a button saves the field.
 * @param {HTMLElement} root
 */
function patient(root) {
  let held = false;
  /** @type {Set<() => void>} */
  const owed = new Set();
  const press = (/** @type {Event} */ { target }) => (held = Boolean(/** @type {Element} */ (target).closest("button")));
  const release = (/** @type {Event} */ { type, target }) => {
    if (!held || (type === "blur" && target !== window)) return; // a field that is left blurs too
    setTimeout(() => {
      held = false; // the click has come by now
      const now = [...owed];
      owed.clear();
      for (const update of now) update();
    });
  };
  const ends = ["pointerup", "pointercancel", "blur"];
  root.addEventListener("pointerdown", press, true);
  for (const end of ends) window.addEventListener(end, release, true);
  return {
    /** @param {() => void} update */
    when: (update) => () => (held ? void owed.add(update) : update()),
    stop: () => ends.forEach((end) => window.removeEventListener(end, release, true)),
  };
}

/**
 * A slider follows a finger at once, also one that only scrolls the page: then it goes back.
 * @param {HTMLElement} root
 */
function steady(root) {
  let before = "";
  const sliding = (/** @type {any} */ { target }) => target.matches("input[type='range']");
  root.addEventListener("pointerdown", (event) => {
    if (sliding(event)) before = /** @type {HTMLInputElement} */ (event.target).value;
  });
  root.addEventListener("pointercancel", (event) => {
    const slider = /** @type {HTMLInputElement} */ (event.target);
    if (!sliding(event) || slider.value === before) return;
    slider.value = before;
    for (const kind of ["input", "change"]) slider.dispatchEvent(new Event(kind, { bubbles: true }));
  });
}

/**
 * Let the model hear Python, however long the page took to start it. After two seconds anywidget 0.11
 * drops every message that comes for a model, for good; here the model has started.
 * @param {Model} model
 */
function listen(model) {
  const hear = (/** @type {any} */ whole) => {
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
 * One widget on the page: root element, banner for problems, live region, way to the kernel.
 * `build` fills `ui.body` and returns its clean-up, if it needs one.
 * @param {string} name @param {{ model: Model, el: HTMLElement }} where
 * @param {(ui: any) => (void | (() => void))} build
 */
export function mount(name, { model, el }, build) {
  listen(model);
  const view = model.get("view");
  const words = model.get("words");
  const body = h("div", { class: "hk-body" });
  const problem = h("p", { class: "hk-problem", role: "alert", hidden: true });
  const live = h("p", { class: "hk-live", role: "status" });
  const heading = uid("title");
  const root = h(
    "div",
    { class: `hk hk-${name}`, role: "group", lang: model.get("language"), "aria-labelledby": heading, "data-lm-suppress-shortcuts": "true" },
    h(FIRST.includes(name) ? "h2" : "h3", { class: "hk-title", id: heading }, view.title),
    view.intro ? h("p", { class: "hk-intro" }, view.intro) : null,
    problem,
    body,
    live,
  );
  const hand = patient(root);
  // A banner that comes or goes moves what is below it, also a button that is held down.
  const tell = (/** @type {string} */ text) =>
    hand.when(() => {
      problem.textContent = text;
      problem.hidden = !text;
    })();
  // JupyterLab matches the element in focus before it looks at the root: "d d" on a button deletes the cell.
  root.addEventListener("focusin", ({ target }) => /** @type {Element} */ (target).setAttribute("data-lm-suppress-shortcuts", "true"));
  root.addEventListener("hk-fail", (/** @type {any} */ event) => tell(fill(words.fault, { error: event.detail })));

  let complaints = 0;
  const { send, ask, resend, stop } = post(model, tell, () => complaints);
  steady(root);
  /** @type {(() => void)[]} */
  const ends = [];
  const ui = {
    model,
    root,
    body,
    view,
    send,
    ask,
    /** Say what is missing or wrong, where everybody sees it. @param {string} text */
    tell: (text) => {
      complaints += 1;
      tell(text);
    },
    state: () => model.get("state"),
    /** @param {string} key @param {Record<string, any>} [values] */
    t: (key, values) => fill(words[key] ?? key, values),
    /** Say something to those who listen instead of look. @param {string} text */
    say: (text) => (live.textContent = text),
    /** Call at every new state, and at once. @param {() => void} show */
    follow: (show) => {
      const update = guardedOn(root, show);
      const calm = hand.when(update);
      model.on("change:state", calm);
      ends.push(() => model.off("change:state", calm));
      update();
    },
    drafts: storage(`${model.get("place")}.draft`),
    /** Read the journal again whenever this comes into sight: it was often made before the rest. */
    refreshWhenSeen: () => {
      const seen = new IntersectionObserver((entries) => {
        if (entries.some((entry) => entry.isIntersecting)) ask({ kind: "refresh", item: "*" });
      });
      seen.observe(root);
      ends.push(() => seen.disconnect());
    },
  };
  /** @type {void | (() => void)} */
  let clean;
  const clear = () => {
    for (const end of ends.splice(0)) end();
    clean?.();
    body.replaceChildren();
  };
  let resent = false;
  // What an exercise shows hangs on who the student is: until that is known, the sentence that asks,
  // and what an earlier page kept would be refused.
  const lay = () => {
    clear();
    ui.view = model.get("view");
    const waits = model.get("waits");
    clean = waits ? body.append(h("p", { class: "hk-waits" }, waits)) : build(ui);
    if (waits || resent) return;
    resent = true;
    resend();
  };
  const again = guardedOn(root, lay);
  const changes = ["change:view", "change:waits"];
  for (const change of changes) model.on(change, again);
  lay();
  el.append(root);
  const hush = speak(root);
  return () => {
    hush();
    for (const change of changes) model.off(change, again);
    hand.stop();
    stop();
    clear();
    root.remove(); // JupyterLab holds on to where it stood, and with it to all that was in there
  };
}

/** @param {HTMLElement} root @param {() => void} show */
function guardedOn(root, show) {
  return () => {
    try {
      show();
    } catch (error) {
      fail(root, error);
    }
  };
}
