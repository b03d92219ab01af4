// @ts-check
// Where things stand on the sorting board. What a hand did shows at once, and the kernel's word
// replaces it.
import { focusOn } from "../../frontend/dom.js";
import { CARD_SETTLES } from "../../frontend/pauses.js";
import { line } from "../../frontend/fields/text_line.js";
import { nextCard } from "./board.js";

/**
 * @typedef {{ activity: string, question: string, cards: Card[], columns: Column[], ordered: boolean,
 *   longest: number }} View
 * @typedef {import("../../frontend/types.js").Ui<View, State>} Ui
 * @typedef {{ verdict: string, steps: number, value: string, label: string, accepted: string[],
 *   source: string, reason: string, first: string }} Reading
 * @typedef {{ answers: Record<string, string>, sure: Record<string, boolean>,
 *   arguments: Record<string, { text: string, at: string }>, order: string[],
 *   revealed: Record<string, Reading>, summary: Summary | null }} State
 * @typedef {{ counts: Record<string, number>, unplaced: number, moved: number }} Summary
 * @typedef {{ part: "answers" | "sure", item: string, value: string | boolean | null }} Change
 * @typedef {{ id: string, text: string, sub: string }} Card
 * @typedef {{ id: string, label: string, hint: string }} Column
 * @typedef {{ node: HTMLElement, update: () => void }} Part
 */

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
  /** @param {Ui} ui */
  constructor(ui) {
    this.ui = ui;
    /** @type {Card[]} */
    this.cards = ui.view.cards;
    /** @type {string[]} */
    this.order = this.cards.map((card) => card.id);
    /** @type {string[]} */
    this.columns = ui.view.columns.map((column) => column.id);
    /** @type {Record<string, string>} */
    this.text = Object.fromEntries(this.cards.map((card) => [card.id, card.text]));
    /** @type {Record<string, string>} */
    this.label = Object.fromEntries(ui.view.columns.map((column) => [column.id, column.label]));
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
    for (const line of this.lines.values()) line.update();
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
    this.settling.set(
      card,
      window.setTimeout(() => this.settled(card), CARD_SETTLES),
    );
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
        saved: () => this.now.arguments[card],
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
    for (const line of this.lines.values()) line.leave();
  }
}
