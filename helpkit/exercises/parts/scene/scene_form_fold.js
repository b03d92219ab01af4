// @ts-check
// A part of the form that is folded until somebody opens it. Its fields are made then: a scene may have a
// hundred lines.
import { h } from "../../../frontend/dom.js";
import { faultLines } from "./scene_form_field.js";

/** @typedef {import("./scene_form_field.js").Context} Context */

const WORDS = 40;

/** The first words of a text. @param {string} text */
export function firstWords(text) {
  return text.length > WORDS ? `${text.slice(0, WORDS).replace(/\s+\S*$/, "")}…` : text;
}

/** What the form has no field for. @param {Context} context @param {string[]} extra */
export function alsoInText({ ui }, extra) {
  return extra.length ? ui.t("also", { keys: extra.join(", ") }) : "";
}

export class Fold {
  #context;
  #heading = h("h5", {});
  #words = h("span", { class: "hk-soft" });
  #count = h("span", { class: "hk-fault-count" });
  #summary = h("summary", {}, this.#heading, " ", this.#words, " ", this.#count);
  #faults = h("p", { class: "hk-fault" });
  #content = h("div", { class: "hk-fields" });
  #parts;
  #fill;

  /**
   * @param {Context} context @param {() => Node[]} parts what is in it, made when it is first open
   * @param {() => void} fill shows in these parts what the text has
   */
  constructor(context, parts, fill) {
    this.#context = context;
    this.#parts = parts;
    this.#fill = fill;
    this.node = h("details", { class: "hk-fold", ontoggle: () => this.update() }, this.#summary, this.#content);
    this.#content.append(this.#faults);
  }

  open() {
    this.node.open = true;
    this.update();
  }

  update() {
    if (!this.node.open) return;
    if (this.#content.children.length === 1) this.#content.append(...this.#parts());
    this.#fill();
  }

  /** @param {string} place @param {string} name @param {string} words */
  show(place, name, words) {
    const { ui, faults, faultsWithin } = this.#context;
    const count = faultsWithin(place);
    this.#summary.setAttribute("data-key", place);
    this.#heading.textContent = name;
    this.#words.textContent = firstWords(words);
    this.#count.textContent = count ? ui.t(count === 1 ? "one-fault-here" : "faults-here", { count }) : "";
    this.#faults.replaceChildren(...faultLines(faults(place)));
    this.update();
  }
}
