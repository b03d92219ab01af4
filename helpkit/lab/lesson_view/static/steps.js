// @ts-check
// Which cells are on the screen: one part at a time, or all of them.
import { h } from "./elements.js";
import { hiddenByBet, isDone } from "./parts.js";

/** @import { Cell, Panel, Part, View } from "./types.js" */
/** @import { Store } from "./store.js" */

const AWAY = "hk-away";
const FOLDED = "hk-folded";
const ELSEWHERE = "elsewhere";

/** A cell that says what to press where there is no lesson view. @param {Cell} cell */
function isForElsewhere(cell) {
  return (cell.model.getMetadata("tags") ?? []).includes(ELSEWHERE);
}

export class Steps {
  /** Parts that were folded when the learner asked for it: one that gets done stays open under the hand. */
  /** @type {Set<string>} */
  #folded = new Set();
  /** @type {Map<string, HTMLElement>} */
  #buttons = new Map();

  /** @param {Panel} panel @param {Part[]} parts @param {Store} store @param {(key: string) => string} t */
  constructor(panel, parts, store, t) {
    this.#panel = panel;
    this.#parts = parts;
    this.#store = store;
    this.#t = t;
    store.follow((view, before) => {
      if (view.fold !== before.fold || view.layout !== before.layout) this.#foldDone(view);
      this.lay(view);
    });
  }

  #panel;
  #parts;
  #store;
  #t;

  /** @param {View} view */
  lay(view) {
    const shown = new Set(view.code ? this.#panel.content.widgets : this.#shown(view));
    for (const cell of this.#panel.content.widgets) {
      cell.node.classList.toggle(AWAY, !shown.has(cell));
      if (!view.code) cell.node.removeAttribute("aria-label"); // JupyterLab calls each a cell, in English
    }
    for (const part of this.#parts) this.#mark(part, view);
  }

  /** @param {View} view @returns {Cell[]} */
  #shown(view) {
    const cells = view.layout === "page" ? this.#parts.flatMap((part) => this.#onPage(part)) : this.#inStep(view);
    return cells.filter((cell) => !isForElsewhere(cell));
  }

  /** @param {Part} part @returns {Cell[]} */
  #onPage(part) {
    return this.#folded.has(part.id) ? part.cells.slice(0, 1) : part.cells;
  }

  /** @param {View} view @returns {Cell[]} */
  #inStep(view) {
    const part = this.#parts[view.part];
    const hidden = hiddenByBet(part, view);
    return part.cells.filter((cell) => !hidden.includes(cell));
  }

  /** @param {View} view */
  #foldDone(view) {
    const isFolded = view.fold && view.layout === "page";
    const folded = this.#parts.filter((part) => isFolded && isDone(part, view));
    this.#folded = new Set(folded.map(({ id }) => id));
  }

  /** A part that is folded has a button to open it. @param {Part} part @param {View} view */
  #mark(part, view) {
    const isFolded = this.#folded.has(part.id) && view.layout === "page" && !view.code;
    const head = part.cells[0].node;
    head.classList.toggle(FOLDED, isFolded);
    if (isFolded && !this.#buttons.has(part.id)) this.#offer(part, head);
    if (!isFolded) this.#take(part);
  }

  /** @param {Part} part @param {HTMLElement} head */
  #offer(part, head) {
    const open = () => {
      this.#folded.delete(part.id);
      this.lay(this.#store.view);
    };
    const button = h("button", { type: "button", class: "hk-unfold", onclick: open }, this.#t("unfold"));
    this.#buttons.set(part.id, button);
    head.append(button);
  }

  /** @param {Part} part */
  #take(part) {
    this.#buttons.get(part.id)?.remove();
    this.#buttons.delete(part.id);
  }
}
