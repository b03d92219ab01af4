// @ts-check
// One notebook of ours as a lesson.
import { makeBar } from "./bar.js";
import { fill, write } from "./elements.js";
import { Life } from "./life.js";
import { followLinks } from "./links.js";
import { makeNotice } from "./notice.js";
import { partsOf } from "./parts.js";
import { followPrinting } from "./print.js";
import { keepQuiet } from "./quiet.js";
import { Steps } from "./steps.js";
import { Store } from "./store.js";
import { fullTitle, waysFrom } from "./ways.js";
import { makeWayOn } from "./way_on.js";

/** @import { Cell, Course, Entry, Jupyter, News, Panel, View } from "./types.js" */

/** @returns {View} */
function beginning() {
  const nothing = { done: new Set(), begun: new Set(), read: new Set(), waiting: 0, silent: false, problem: "" };
  return { ...nothing, phase: "starting", connected: true, part: 0, layout: "steps", fold: false, code: false };
}

/** A browser that is full, or keeps nothing, does without. @param {string} spot @param {string} id */
function remember(spot, id) {
  try {
    localStorage.setItem(spot, id);
  } catch {
    // The journal keeps it too.
  }
}

/** @param {string} spot */
function remembered(spot) {
  try {
    return localStorage.getItem(spot) ?? "";
  } catch {
    return "";
  }
}

export class LessonView {
  #hasGone = false;
  #isPlaced = false;

  /** @param {Panel} panel @param {Jupyter} jupyter @param {Course} course @param {Entry} entry */
  constructor(panel, jupyter, course, entry) {
    this.#panel = panel;
    this.#jupyter = jupyter;
    this.#course = course;
    this.#entry = entry;
    const { words } = course.languages[entry.language];
    this.#t = (/** @type {string} */ key, values = {}) => fill(words[key] ?? key, values);
    this.parts = partsOf(panel.content.widgets, entry);
    this.store = new Store({ ...beginning(), part: this.#remembered() });
    this.#print = followPrinting(panel, this.store);
    this.#life = new Life(panel, jupyter, entry, this.store, { order: this.#order, hear: this.#hear });
  }

  #panel;
  #jupyter;
  #course;
  #entry;
  #t;
  #life;
  #print;

  /** Whether it is shown as a lesson, and not as the notebook that it is. */
  get isLesson() {
    return !this.store.view.code;
  }

  /** Show what can be shown without a kernel, and wake one. */
  open() {
    const { node } = this.#panel.content;
    this.#dress();
    new Steps(this.#panel, this.parts, this.store, this.#t);
    keepQuiet(this.#panel, () => this.isLesson);
    followLinks(this.#panel, this);
    this.#hearOutboxes();
    const coming = waysFrom(
      this.#jupyter.app,
      this.#panel.context.path,
      this.leaveFor,
      this.#course,
      this.#entry,
      this.#t,
    );
    const [ways, next] = [coming.then(({ ways }) => ways), coming.then(({ next }) => next)];
    const { language } = this.#entry;
    const bar = makeBar({ title: this.#title, language, parts: this.parts, ways, on: this.#on }, this.store, this.#t);
    const start = () => (this.store.view.phase === "alive" ? this.#life.startAgain() : this.#life.start());
    node.prepend(bar, makeNotice(this.store, this.#t, start, language));
    const foot = {
      back: () => this.goTo(this.store.view.part - 1),
      goOn: () => next.then((way) => this.#goOn(way)),
      next,
    };
    this.#panel.content.outerNode.append(makeWayOn(this.parts, this.store, this.#t, language, foot));
    this.#keepFocus();
    this.whenSeen(() => this.#life.begin());
  }

  /** JupyterLab's notebook takes the focus to its active cell when what is no cell has it, and at each key. */
  #keepFocus() {
    const stop = (/** @type {Event} */ event) => event.stopPropagation();
    for (const node of this.#panel.content.node.querySelectorAll(".hk-lesson-bar, .hk-notice, .hk-way-on"))
      for (const type of ["focusin", "keydown"]) node.addEventListener(type, stop);
  }

  /** Open another notebook in the place of this one. @param {string} path */
  leaveFor = async (path) => {
    const { app, isCourse } = this.#jupyter;
    if (this.#panel.context.model.dirty) await this.#panel.context.save();
    await app.commands.execute("docmanager:open", { path });
    await this.#life.settled; // a kernel that is just starting would be lost to whoever comes back
    const isBack = app.shell.currentWidget === this.#panel;
    if (isCourse && !isBack && !this.#panel.isDisposed) this.#panel.dispose();
  };

  get #title() {
    return fullTitle(this.#entry);
  }

  #dress() {
    this.#panel.node.lang = this.#entry.language;
    this.#panel.node.querySelector("[role=feed]")?.removeAttribute("role"); // its cells are no articles
    this.#panel.disposed.connect(() => this.store.close());
    this.store.follow(({ code, layout }) => {
      this.#panel.toggleClass("hk-lesson", !code);
      this.#panel.toggleClass("hk-steps", !code && layout === "steps");
    });
  }

  /** Lessons behind others wait until they are in front: each wakes a kernel. @param {() => void} act */
  whenSeen(act) {
    const sight = new ResizeObserver(() => {
      if (!this.#panel.isVisible) return;
      sight.disconnect();
      act();
    });
    sight.observe(this.#panel.node);
    this.#panel.disposed.connect(() => sight.disconnect());
  }

  #on = {
    go: (/** @type {number} */ at) => this.goTo(at),
    lay: (/** @type {View["layout"]} */ layout) => this.#choose({ layout }),
    fold: (/** @type {boolean} */ fold) => this.#choose({ fold }),
    code: () => this.showCode(!this.store.view.code),
    again: () => this.#life.startAgain(),
    print: () => this.#print(),
  };

  /** @param {Partial<View>} change */
  #choose(change) {
    this.store.set(change);
    this.#life.tell(change);
  }

  /** @param {boolean} code */
  showCode(code) {
    const cell = this.parts[this.store.view.part].cells[0];
    this.store.set({ code });
    this.#panel.content.mode = "command";
    if (code || this.store.view.layout === "page") cell.node.scrollIntoView();
    document.dispatchEvent(new CustomEvent("helpkit-surroundings"));
  }

  /** Show a part, from its heading on. @param {number} part */
  goTo(part) {
    this.#hasGone = true;
    this.#show(part);
    const { id } = this.parts[part];
    remember(this.#spot, id);
    this.#life.tell({ place: id });
    const { node } = this.parts[part].cells[0];
    this.focusOn(node.querySelector("h1, h2, h3") ?? node);
  }

  /** @param {number} part */
  #show(part) {
    this.store.set({ part });
    this.#panel.content.outerNode.scrollTop = 0;
    window.dispatchEvent(new Event("resize")); // pictures fit themselves to the room they have now
  }

  /** @param {HTMLElement | null} node */
  focusOn(node) {
    if (!node) return;
    node.tabIndex = -1;
    node.focus({ preventScroll: true });
    node.scrollIntoView({ block: "start" });
  }

  /** @param {{ open: () => void } | null} next */
  #goOn(next) {
    const { part, read } = this.store.view;
    const { id } = this.parts[part];
    this.store.set({ read: new Set(read).add(id) });
    this.#life.tell({ read: id });
    if (part + 1 < this.parts.length) this.goTo(part + 1);
    else next?.open();
  }

  get #spot() {
    return `helpkit.place.${this.#entry.kind}.${this.#entry.number}`;
  }

  /** Where this browser was last; the journal, which knows better, answers later. */
  #remembered() {
    return this.#indexOf(remembered(this.#spot));
  }

  /** @param {string} id */
  #indexOf(id) {
    return Math.max(
      0,
      this.parts.findIndex((part) => part.id === id),
    );
  }

  /** @param {News} news */
  #hear = (news) => {
    const { done, begun, read, layout, fold, problem } = this.#read(news);
    this.store.set({ done, begun, read, problem, ...(this.#isPlaced ? {} : { layout, fold }) });
    if (!this.#isPlaced && !this.#hasGone && news.place !== undefined) this.#show(this.#indexOf(news.place));
    this.#isPlaced ||= news.place !== undefined;
  };

  /** @param {News} news */
  #read(news) {
    const { view } = this.store;
    const set = (/** @type {"done" | "begun" | "read"} */ name) => (news[name] ? new Set(news[name]) : view[name]);
    const { layout = view.layout, fold = view.fold, problem = "" } = news;
    return { done: set("done"), begun: set("begun"), read: set("read"), layout, fold, problem };
  }

  /** What is on the screen comes first, then what follows it. @param {Cell[]} cells */
  #order = (cells) => {
    const from = this.parts[this.store.view.part].cells;
    const at = this.#panel.content.widgets.indexOf(from[0]);
    const isNow = (/** @type {Cell} */ cell) => from.includes(cell);
    const rank = (/** @type {Cell} */ cell) => {
      const index = this.#panel.content.widgets.indexOf(cell);
      return index < at ? index + this.#panel.content.widgets.length : index;
    };
    const later = cells.filter((cell) => !isNow(cell)).sort((a, b) => rank(a) - rank(b));
    return { first: cells.filter(isNow), later };
  };

  #hearOutboxes() {
    const hear = (/** @type {Event} */ event) => this.store.set(/** @type {CustomEvent} */ (event).detail);
    window.addEventListener("helpkit-kept", hear);
    this.#panel.disposed.connect(() => window.removeEventListener("helpkit-kept", hear));
  }
}
