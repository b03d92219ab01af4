// @ts-check
// A labelled field of the form, with what is wrong with it beside it.
import { h, uid } from "../../../frontend/dom.js";
import { isSaveKey } from "../../../frontend/fields/text_field.js";

/**
 * @typedef {import("../../../frontend/types.js").SceneForm} Form
 * @typedef {import("../../../frontend/types.js").SceneItemText} ItemText
 * @typedef {import("./scene_operations.js").Operations} Operations
 * @typedef {{ ui: import("./scene_operations.js").Ui, operations: Operations, form: () => Form,
 *   faults: (place: string) => string[], faultsWithin: (place: string) => number, undo: HTMLElement }} Context
 * @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Field
 * @typedef {{ value: string, name: string, group?: string }} Choosable
 */

/** The largest number that is sent. */
const LARGEST = 999;

/** A number as it is sent; nothing for an empty field. @param {string} text */
export function wholeNumber(text) {
  if (!text.trim() || Number.isNaN(Number(text))) return null;
  return Math.max(-LARGEST, Math.min(LARGEST, Math.round(Number(text))));
}

/** What is wrong somewhere, one sentence below the other. @param {string[]} sentences */
export function faultLines(sentences) {
  return sentences.map((sentence) => h("span", {}, sentence));
}

export class FormField {
  #context;
  #read;
  /** @type {string[]} */
  #where = [];
  #id = uid("field");
  #words;
  #label;
  #fault = h("p", { class: "hk-fault", id: `${this.#id}-fault` });
  #hint;
  #options = "";

  /**
   * @param {Context} context
   * @param {{ label: string, tag?: "input" | "textarea" | "select", number?: { min: number, max: number },
   *   hint?: string, optional?: boolean }} about
   */
  constructor(context, { label, tag = "input", number, hint = "", optional = false }) {
    this.#context = context;
    this.#words = label;
    this.#read = (/** @type {string} */ text) => (number ? wholeNumber(text) : optional && !text ? null : text);
    this.#label = h("label", { for: this.#id }, label);
    this.#hint = hint ? h("p", { class: "hk-soft hk-small", id: `${this.#id}-hint` }, hint) : null;
    this.field = /** @type {Field} */ (h(tag, { id: this.#id, ...kindOf(tag, number), ...this.#handlers() }));
    this.node = h(
      "div",
      { class: `hk-field hk-${number ? "number" : tag}` },
      this.#label,
      this.field,
      this.#hint,
      this.#fault,
    );
  }

  #handlers() {
    const { operations } = this.#context;
    return {
      oninput: () => operations.type(this.#where, this.#read(this.field.value)),
      onchange: () => operations.flush(),
      onkeydown: (/** @type {KeyboardEvent} */ event) => {
        if (!isSaveKey(event)) return;
        event.preventDefault();
        operations.flush();
      },
    };
  }

  /**
   * What the text has, unless something newer stands here.
   * @param {string[]} where @param {string} value
   */
  show(where, value) {
    this.#where = where;
    const place = where.join(".");
    const pending = this.#context.operations.pending(where);
    const shown = pending === undefined ? value : String(pending ?? "");
    this.field.setAttribute("data-key", place);
    if (this.field.value !== shown) this.field.value = shown;
    this.#showFaults(this.#context.faults(place));
  }

  /** A text in one of several languages says in which. @param {string[]} where @param {ItemText} text */
  showText(where, { text, language }) {
    this.#label.textContent = language ? `${this.#words} (${language})` : this.#words;
    this.show(language ? [...where, language] : where, text);
  }

  /** What can be chosen; what the text has is always there. @param {Choosable[]} options @param {string} value */
  offer(options, value) {
    const isThere = options.some((option) => option.value === value);
    const all = isThere ? options : [{ value, name: this.#nameOf(value) }, ...options];
    const key = JSON.stringify(all);
    if (key === this.#options) return;
    this.#options = key;
    this.field.replaceChildren(...grouped(all));
  }

  /** @param {string} value */
  #nameOf(value) {
    return value ? this.#context.ui.t("not-there", { id: value }) : this.#context.ui.t("choose");
  }

  /** @param {string[]} sentences */
  #showFaults(sentences) {
    const described = [this.#hint && `${this.#id}-hint`, sentences.length && `${this.#id}-fault`].filter(Boolean);
    this.#fault.replaceChildren(...faultLines(sentences));
    this.field.setAttribute("aria-invalid", String(sentences.length > 0));
    this.field.setAttribute("aria-describedby", described.join(" "));
  }
}

/** @param {string} tag @param {{ min: number, max: number }} [number] */
function kindOf(tag, number) {
  if (number) return { type: "number", step: 1, inputmode: "numeric", ...number };
  return tag === "textarea" ? { rows: 2 } : tag === "input" ? { type: "text", autocomplete: "off" } : {};
}

/** @param {Choosable[]} options */
function grouped(options) {
  const groups = [...new Set(options.map(({ group = "" }) => group))];
  return groups.flatMap((label) => {
    const mine = options.filter(({ group = "" }) => group === label);
    const nodes = mine.map(({ value, name }) => h("option", { value }, name));
    return label ? [h("optgroup", { label }, nodes)] : nodes;
  });
}
