// @ts-check
// The sorting board. `Table` knows where things stand and what a hand can do; the parts around it
// show that and call it. What a hand did shows at once, and the kernel's word replaces it.
import { focusOn, h, mount } from "../../frontend/shared.js";
import { dragging } from "../../frontend/drag.js";
import { line } from "../../frontend/text_line.js";
import { board, nextCard, panel } from "./board.js";
import { summary } from "./card_reading.js";
import { stage } from "./cards.js";
import { list } from "./list.js";

/**
 * @typedef {{ verdict: string, steps: number, value: string, label: string, accepted: string[],
 *   source: string, reason: string, first: string }} Reading
 * @typedef {{ answers: Record<string, string>, sure: Record<string, boolean>,
 *   arguments: Record<string, { text: string, at: string }>, order: string[],
 *   revealed: Record<string, Reading>, summary: any }} State
 * @typedef {{ part: "answers" | "sure", item: string, value: any }} Change
 * @typedef {{ id: string, text: string, sub: string }} Card
 * @typedef {{ id: string, label: string, hint: string }} Column
 * @typedef {{ node: HTMLElement, update: () => void }} Part
 */

/** How long a card lies before it can be compared: a second tap is not a wish to see ours. */
const SETTLING = 1000;
const FILTERS = ["all", "todo", "done"];
/** Verdicts after which there is something to argue about. */
const ARGUABLE = ["contested", "differs"];

/**
 * What the kernel knows, with what it has not answered yet on top.
 * @param {State} state @param {Iterable<Change>} changes @returns {State}
 */
export function overlaid(state, changes) {
  const now = { ...state, answers: { ...state.answers }, sure: { ...state.sure } };
  for (const { part, item, value } of changes) {
    if (value === null) delete now[part][item];
    else now[part][item] = value;
  }
  return now;
}

/** Where things stand on the board, and what a hand can do. */
export class Table {
  /** @param {any} ui */
  constructor(ui) {
    this.ui = ui;
    /** @type {Card[]} */
    this.cards = ui.view.cards;
    /** @type {string[]} */
    this.order = this.cards.map((card) => card.id);
    /** @type {string[]} */
    this.columns = ui.view.columns.map((/** @type {Column} */ column) => column.id);
    /** @type {Record<string, string>} */
    this.text = Object.fromEntries(this.cards.map((card) => [card.id, card.text]));
    /** @type {Record<string, string>} */
    this.label = Object.fromEntries(ui.view.columns.map((/** @type {Column} */ column) => [column.id, column.label]));
    /** @type {State} */
    this.now = ui.state();
    /** @type {string | null} the card at hand */
    this.current = this.now.summary ? this.now.order[0] : nextCard(this.order, this.now.answers, null);
    /** @type {{ card: string, at: string | null } | null} picked up with the keyboard */
    this.held = null;
    this.filter = "all";
    this.mode = ui.drafts.get("mode") === "list" ? "list" : "board";
    /** What the list shows: a card does not vanish while it is answered. */
    this.listed = new Set(this.order);
    /** Whether the kernel has been asked for a reading of ours. */
    this.asking = false;
    /** @type {{ card: string, column: string | null }[]} where cards came from, for undo */
    this.moves = [];
    /** @type {Map<string, number>} the timers of cards that were placed a moment ago */
    this.settling = new Map();
    /** @type {Map<string, Change>} */
    this.pending = new Map();
    /** @type {Map<string, ReturnType<typeof line>>} */
    this.lines = new Map();
    /** @type {Part[]} */
    this.parts = [];
  }

  get complete() {
    return Object.keys(this.now.answers).length === this.order.length;
  }

  /** Where a card lies: a column, or null for the pile. @param {string} card */
  place(card) {
    return this.now.answers[card] ?? null;
  }

  /** @param {string | null} column */
  named(column) {
    return column === null ? this.ui.t("pile") : this.label[column];
  }

  /** @param {string} card */
  unsure(card) {
    return this.now.sure[card] === false;
  }

  update() {
    this.now = overlaid(this.ui.state(), this.pending.values());
    if (this.now.summary) this.current ??= this.now.order[0];
    for (const part of this.parts) part.update();
    for (const one of this.lines.values()) one.update();
  }

  /** @param {Partial<Table>} changes */
  set(changes) {
    Object.assign(this, changes);
    this.update();
  }

  /** @param {string} filter @param {string} mode */
  show(filter, mode) {
    const fits = (/** @type {string} */ card) => filter === "all" || card in this.now.answers === (filter === "done");
    this.ui.drafts.remember("mode", mode);
    this.set({ filter, mode, listed: new Set(this.order.filter(fits)) });
  }

  /** Another card to hand. @param {string} card */
  bring(card) {
    this.set({ current: card, held: null });
    this.ui.say(this.ui.t("say-at-hand", { card: this.text[card], column: this.named(this.place(card)) }));
  }

  /** @param {Change} change */
  async record(change) {
    const { part, item, value } = change;
    const activity = part === "sure" ? { activity: `${this.ui.view.activity}.sure` } : {};
    const key = `${part} ${item}`;
    this.pending.set(key, change);
    this.update();
    await this.ui.send({ item, kind: "answer", value, ...activity });
    if (this.pending.get(key) === change) this.pending.delete(key);
    this.update();
  }

  /** Into a column, or null for the pile. @param {string} card @param {string | null} column */
  put(card, column) {
    const former = this.place(card);
    if (former === column) return;
    this.moves.push({ card, column: former });
    clearTimeout(this.settling.get(card));
    this.settling.set(card, window.setTimeout(() => this.settled(card), SETTLING));
    return this.record({ part: "answers", item: card, value: column });
  }

  /** @param {string} card */
  settled(card) {
    this.settling.delete(card);
    this.update();
  }

  /** Put a card and go on: the next one comes to hand. @param {string} card @param {string | null} column */
  deal(card, column) {
    if (this.place(card) === column) return this.set({ held: null });
    const { t, say } = this.ui;
    const onward = card === this.current && this.place(card) === null && !this.now.revealed[card];
    if (onward) this.current = nextCard(this.order, { ...this.now.answers, [card]: String(column) }, card);
    const placed = t("say-placed", { card: this.text[card], column: this.named(column) });
    say(onward && this.current ? `${placed} ${t("say-next", { card: this.text[this.current] })}` : placed);
    this.held = null;
    return this.put(card, column);
  }

  undo() {
    const last = this.moves.pop();
    if (!last) return;
    this.ui.say(this.ui.t("say-undone", { card: this.text[last.card], column: this.named(last.column) }));
    this.current = last.card;
    return this.record({ part: "answers", item: last.card, value: last.column });
  }

  /** @param {string} card */
  doubt(card) {
    return this.record({ part: "sure", item: card, value: this.unsure(card) });
  }

  /** One card, or `*` for all. @param {string} item */
  async reveal(item) {
    this.set({ asking: true });
    await this.ui.send({ item, kind: "reveal", value: null });
    const { summary: all, order } = this.ui.state();
    if (item === "*" && all) this.current = order[0];
    this.set({ asking: false });
    focusOn(this.ui.root, item === "*" ? "summary" : `reading.${item}`);
  }

  /** Room to argue about a card, where there is something to argue about. @param {string} card */
  argument(card) {
    const { verdict } = this.now.revealed[card] ?? {};
    if (!verdict || !(ARGUABLE.includes(verdict) || card in this.now.arguments)) return null;
    return this.line(card).node;
  }

  /** @param {string} card */
  line(card) {
    const { t, view } = this.ui;
    const verdict = this.now.revealed[card]?.verdict;
    const made =
      this.lines.get(card) ??
      line(this.ui, {
        activity: `${view.activity}.argument`,
        item: card,
        label: t(verdict === "contested" ? "argue-contested" : "argue-differs"),
        hint: t("argue-hint"),
        kept: () => this.now.arguments[card],
      });
    this.lines.set(card, made);
    return made;
  }

  /** Arguments that an earlier page never sent are sent by their lines. */
  resume() {
    for (const card of this.order)
      if (this.ui.drafts.get(`${this.ui.view.activity}.argument.${card}`) !== null) this.line(card);
  }

  stop() {
    for (const timer of this.settling.values()) clearTimeout(timer);
    for (const one of this.lines.values()) one.leave();
  }
}

/** Progress, filter, undo, the list, and the way to our readings. @param {Table} it @returns {Part} */
function toolbar(it) {
  const { ui } = it;
  const { node, fill } = panel("hk-bar hk-row");
  const button = (/** @type {string} */ key, /** @type {() => any} */ onclick, /** @type {Record<string, any>} */ more = {}) =>
    h("button", { type: "button", "data-key": key, onclick, ...more }, ui.t(key));
  const filter = (/** @type {string} */ name) =>
    button(`filter-${name}`, () => it.show(name, it.mode), { "aria-pressed": String(it.filter === name) });
  const compare = () =>
    it.complete
      ? button("compare", () => it.reveal("*"), { disabled: it.asking, class: "hk-primary" })
      : button("compare-now", () => it.reveal("*"), { disabled: it.asking, class: "hk-quiet" });
  const show = (/** @type {number} */ n, /** @type {boolean} */ comparable) => [
    h("div", { class: "hk-progress" }, h("progress", { max: it.order.length, value: n, "aria-hidden": "true" }), h("span", {}, ui.t("progress", { n, all: it.order.length }))),
    h("div", { class: "hk-filter", role: "group", "aria-label": ui.t("filter") }, FILTERS.map(filter)),
    button("undo", () => it.undo(), { "aria-disabled": String(!it.moves.length) }),
    button("as-list", () => it.show(it.filter, it.mode === "list" ? "board" : "list"), { "aria-pressed": String(it.mode === "list") }),
    comparable ? compare() : null,
  ];
  const update = () => {
    const n = Object.keys(it.now.answers).length;
    const asked = it.current === null && it.mode === "board"; // the stage has the button
    const comparable = n > 0 && !it.now.summary && !asked;
    fill([n, it.filter, it.mode, it.moves.length > 0, it.asking, comparable], () => show(n, comparable));
  };
  return { node, update };
}

/** Ctrl+Z anywhere on the board, but in a text it is the text's own. @param {Table} it */
function undoKey(it) {
  return (/** @type {any} */ event) => {
    const asked = event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey) && !event.shiftKey;
    if (!asked || event.target.matches("textarea")) return;
    event.preventDefault();
    return it.undo();
  };
}

/** @param {any} ui */
function build(ui) {
  const it = new Table(ui);
  const drag = dragging((card) => it.text[card], (card, column) => it.deal(card, column || null));
  it.parts = [toolbar(it), summary(it), stage(it), board(it), list(it)];
  const about = { "data-ordered": String(ui.view.ordered), "data-many": String(it.columns.length > 5) };
  ui.body.append(
    h("p", { class: "hk-question" }, ui.view.question),
    h("div", { class: "hk-table", ...about, ...drag.handlers, onkeydown: undoKey(it) }, it.parts.map((part) => part.node)),
  );
  ui.follow(() => it.update());
  it.resume();
  return () => {
    drag.stop();
    it.stop();
  };
}

/** @param {{ model: any, el: HTMLElement }} where */
function render(where) {
  return mount("sort", where, build);
}

export default { render };
