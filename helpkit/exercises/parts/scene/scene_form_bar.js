// @ts-check
// What can be done with a line, a choice or an ending: move it, and take it out.
import { h } from "../../../frontend/dom.js";

/** @typedef {import("./scene_form_field.js").Context} Context */

/** What is shown of a list: each by its id once, in their order, and nothing moves that need not. */
export class ItemList {
  /** @type {Map<string, { node: HTMLElement }>} */
  #items = new Map();
  #make;
  #undo;

  /** @param {Context} context @param {() => { node: HTMLElement, show: Function }} make */
  constructor({ undo }, make) {
    this.#make = make;
    this.#undo = undo;
    this.node = h("div", { class: "hk-items" });
  }

  /** @param {string} id @returns {any} */
  get(id) {
    return this.#items.get(id);
  }

  /** @param {{ id: string }[]} all @param {(item: any, each: any, at: number) => void} show */
  show(all, show) {
    const ids = all.map(({ id }) => id);
    for (const [id, { node }] of this.#items) {
      if (ids.includes(id)) continue;
      node.remove();
      this.#items.delete(id);
    }
    all.forEach((each, at) => {
      const item = this.#items.get(each.id) ?? this.#make();
      this.#items.set(each.id, item);
      show(item, each, at);
      this.#place(item.node, at);
    });
  }

  /** @param {HTMLElement} node @param {number} at */
  #place(node, at) {
    const there = [...this.node.children].filter((child) => child !== this.#undo);
    if (there[at] !== node) this.node.insertBefore(node, there[at] ?? null);
  }
}

export class ItemBar {
  #context;
  #buttons;
  #question = h("div", {});
  /** @type {{ where: string[], what: string, at: number, of: number, leads: string[] }} */
  #item = { where: [], what: "", at: 0, of: 0, leads: [] };

  /** @param {Context} context */
  constructor(context) {
    this.#context = context;
    const move = (/** @type {number} */ by) => () => this.#canMove(by) && this.#make("move", by);
    this.#buttons = { up: this.#button("up", move(-1)), down: this.#button("down", move(1)) };
    this.#remove = this.#button("remove", () => this.#ask());
    const row = h("div", { class: "hk-row" }, this.#buttons.up, this.#buttons.down, this.#remove);
    this.node = h("div", { class: "hk-item-bar" }, row, this.#question);
  }

  #remove;

  /**
   * @param {{ where: string[], what: string, at: number, of: number, leads?: string[] }} item
   * `what` is its name, `leads` are the places that lead to it
   */
  show(item) {
    this.#item = { leads: [], ...item };
    for (const [name, button] of Object.entries({ ...this.#buttons, remove: this.#remove })) {
      button.setAttribute("data-key", `${item.where.join(".")}:${name}`);
      button.setAttribute("aria-label", `${button.textContent}: ${item.what}`);
    }
    // One that can do nothing keeps the focus.
    this.#buttons.up.setAttribute("aria-disabled", String(!this.#canMove(-1)));
    this.#buttons.down.setAttribute("aria-disabled", String(!this.#canMove(1)));
  }

  /** @param {number} by */
  #canMove(by) {
    const { at, of } = this.#item;
    return 0 <= at + by && at + by < of;
  }

  /** @param {string} op @param {number | null} [value] */
  #make(op, value = null) {
    this.#question.replaceChildren();
    this.#context.operations.make(op, this.#item.where, value);
  }

  /** @param {string} name @param {() => void} onclick */
  #button(name, onclick) {
    return h("button", { type: "button", onclick }, this.#context.ui.t(name));
  }

  /** What others lead to goes only when asked for twice. */
  #ask() {
    const { leads } = this.#item;
    if (!leads.length) return this.#make("remove");
    const text = this.#context.ui.t("leads-here", { places: leads.join("; ") });
    const keep = this.#button("keep-it", () => this.#keep());
    const answers = h(
      "div",
      { class: "hk-row" },
      keep,
      this.#button("remove-it", () => this.#make("remove")),
    );
    const about = { class: "hk-panel", role: "group", "aria-label": text };
    this.#question.replaceChildren(h("div", about, h("p", {}, text), answers));
    keep.focus();
  }

  #keep() {
    this.#question.replaceChildren();
    this.#remove.focus();
  }
}
