// @ts-check
import { choiceKnob } from "./choice_knob.js";
import { h, refill, uid } from "./dom.js";
import { newestOnly } from "./latest.js";
import { fill } from "./words.js";

/** @import { KnobsState, KnobsView, NumberKnob, Setting } from "./types.js" */

/**
 * @typedef {KnobsView} View
 * @typedef {KnobsState} State
 * @typedef {import("./types.js").Ui<View, State>} Ui
 */

/**
 * @typedef {{ node: HTMLElement, show: (value: Setting) => void, focus: () => void }} Control
 * @typedef {View["knobs"][number]} Knob
 */

/** A number as the language writes it. @param {number} value @param {string} decimal */
export function written(value, decimal) {
  return String(Math.round(value * 100) / 100)
    .replace("-", "\u2212")
    .replace(".", decimal);
}

/**
 * One knob: a slider that says its value in words.
 * @param {Ui} ui @param {NumberKnob} knob
 * @param {{ turn: (id: string, value: Setting) => void, leave: (id: string) => void }} hand
 */
function slider(ui, { id, low, high, step, label, hint, shown }, hand) {
  const field = uid("knob");
  const output = h("span", { class: "hk-value", "aria-hidden": "true" }); // the slider says it itself
  const input = h("input", {
    type: "range",
    id: field,
    min: low,
    max: high,
    step,
    "data-key": `knob-${id}`,
    "aria-describedby": `${field}-hint`,
  });
  const decimal = ui.model.get("drawing").decimal;
  const say = (/** @type {number} */ value) => {
    const words = fill(shown, { value: written(value, decimal), percent: written(100 * value, decimal) });
    output.textContent = words;
    input.setAttribute("aria-valuetext", words);
  };
  input.addEventListener("input", () => {
    say(Number(input.value));
    hand.turn(id, Number(input.value));
  });
  input.addEventListener("change", () => hand.leave(id));
  const node = h(
    "div",
    { class: "hk-knob" },
    h("label", { for: field }, label, " ", output),
    input,
    h("p", { id: `${field}-hint`, class: "hk-soft hk-small" }, hint),
  );
  const show = (/** @type {Setting} */ setting) => {
    const value = Number(setting);
    if (Number(input.value) === value && output.textContent) return;
    input.value = String(value);
    say(value);
  };
  return { node, show, focus: () => input.focus() };
}

/**
 * The knobs of `ui.view`: the first, then one more at a time. They show what the hand last wanted,
 * also while Python is still at an earlier wish.
 */
export class Knobs {
  #ui;
  #newest;
  #wanted;
  #saving = 0;
  #controls;
  #more = h("div", { class: "hk-row" });

  /** @param {Ui} ui */
  constructor(ui) {
    this.#ui = ui;
    this.#newest = newestOnly(ui);
    this.#wanted = { ...ui.state().values };
    this.#controls = ui.view.knobs.map((knob) => ({ id: knob.id, ...this.#control(knob) }));
    const nodes = this.#controls.map(({ node }) => node);
    this.node = h("div", { class: "hk-knobs" }, nodes, this.#more);
  }

  /** @param {Knob} knob @returns {Control} */
  #control(knob) {
    const choose = (/** @type {string} */ value) => {
      this.#want(knob.id, value);
      return this.leave(knob.id);
    };
    return "options" in knob ? choiceKnob(knob, choose) : slider(this.#ui, knob, this);
  }

  /** @param {string} id @param {Setting} value */
  #want(id, value) {
    this.#wanted = { ...this.#wanted, [id]: value };
  }

  /** @param {string} id */
  at(id) {
    return this.#wanted[id];
  }

  /** A hand turns. @param {string} id @param {Setting} value */
  turn(id, value) {
    this.#want(id, value);
    this.#newest.send(this.#wanted);
  }

  /** The hand lets go. @param {string} id */
  async leave(id) {
    this.#newest.forget();
    await this.record(id, this.#wanted[id]);
    this.#ui.say(this.#ui.state().picture.sentences[0] ?? "");
  }

  /** @param {string} id @param {Setting | null} value null is where it starts */
  async record(id, value) {
    this.#saving += 1;
    await this.#ui.send({ kind: "answer", item: id, value });
    this.#saving -= 1;
    this.show();
  }

  /** One more, or all. @param {string} item @param {string} goal */
  async #open(item, goal) {
    await this.#ui.send({ kind: "reveal", item, value: null });
    this.#controls.find(({ id }) => id === goal)?.focus();
  }

  async #startOver() {
    const { view, state } = this.#ui;
    const moved = view.knobs.filter(({ id, start }) => state().values[id] !== start);
    for (const { id } of moved) await this.record(id, null);
  }

  #buttons() {
    const { view, state, t } = this.#ui;
    const [next, ...others] = view.knobs.filter(({ id }) => !state().open.includes(id));
    const turned = view.knobs.some(({ id, start }) => this.#wanted[id] !== start);
    const button = (/** @type {string} */ key, /** @type {() => unknown} */ onclick, label = "") =>
      h("button", { type: "button", "data-key": key, onclick }, t(key, { label }));
    return [
      next ? button("next-knob", () => this.#open(`open.${next.id}`, next.id), next.label) : null,
      others.length ? button("all-knobs", () => this.#open("*", next.id)) : null,
      turned ? button("start-over", () => this.#startOver()) : null,
    ];
  }

  show() {
    const { values, open } = this.#ui.state();
    if (!this.#saving && !this.#newest.busy()) this.#wanted = { ...values };
    for (const { id, node, show } of this.#controls) {
      node.hidden = !open.includes(id);
      show(this.#wanted[id]);
    }
    refill(this.#more, this.#buttons());
  }

  stop = () => void this.#newest.stop();
}
