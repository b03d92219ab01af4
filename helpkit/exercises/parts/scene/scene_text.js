// @ts-check
// The text of a scene in its field: kept, saved and checked while it is typed.
import { clock } from "../../../frontend/clock.js";
import { h, uid } from "../../../frontend/dom.js";
import { isSaveKey, TextField } from "../../../frontend/fields/text_field.js";

/** @typedef {import("./scene_operations.js").Ui} Ui */

/** From this share of the room on the learner is told how much is left. */
const NEARLY_FULL = 0.85;

/** How many bytes a text takes in a hand-in. @param {string} text */
export function weight(text) {
  return new TextEncoder().encode(JSON.stringify(text)).length;
}

/** Where a line begins and ends in a text; lines are counted from 1. @param {string} text @param {number} line */
export function lineAt(text, line) {
  const before = text.split("\n").slice(0, line - 1);
  const start = before.join("\n").length + (before.length ? 1 : 0);
  const end = text.indexOf("\n", start);
  return [Math.min(start, text.length), end < 0 ? text.length : end];
}

/** The field with all that belongs to it. */
export class SceneText {
  #ui;
  #check;
  #status = h("p", { class: "hk-soft hk-small hk-status" });
  #caret = h("p", { class: "hk-soft hk-small hk-caret" });
  #size;
  #checked = ""; // the preview of an empty field is there already

  /** @param {Ui} ui @param {(text: string) => void} check */
  constructor(ui, check) {
    const id = uid("scene");
    this.#ui = ui;
    this.#check = check;
    this.#size = h("p", { id: `${id}-size`, class: "hk-size", role: "status" });
    this.saving = this.#textField(id);
    for (const event of ["keyup", "click", "focus"]) this.field.addEventListener(event, () => this.#locate());
    this.typing = h(
      "div",
      { class: "hk-editor" },
      h("label", { for: id }, ui.t("field")),
      h("p", { id: `${id}-hint`, class: "hk-soft hk-small" }, ui.t("field-hint")),
      this.field,
      this.#caret,
    );
    this.standing = h("div", {}, this.#status, this.#size, this.saving.other);
  }

  get text() {
    return this.field.value;
  }

  get field() {
    return this.saving.field;
  }

  /** @param {string} id */
  #textField(id) {
    const { item } = this.#ui.view;
    const attributes = { id, rows: 24, "data-key": "text", "aria-describedby": `${id}-hint ${id}-size` };
    const plain = { spellcheck: "false", autocapitalize: "off", autocomplete: "off" };
    const handlers = {
      oninput: () => this.#changed(),
      onkeydown: (/** @type {KeyboardEvent} */ event) => this.#saveAtOnce(event),
    };
    return new TextField(
      this.#ui,
      "textarea",
      { ...attributes, ...plain, ...handlers },
      {
        happening: (value) => ({ kind: "reflection", item, value, private: false }),
        saved: () => this.#ui.state(),
        show: () => this.show(),
        fits: (text) => this.#share(text) <= 1,
      },
    );
  }

  /** How much of the room a text takes; to weigh one that is far too long would take long. @param {string} text */
  #share(text) {
    const { longest, room } = this.#ui.view;
    return Math.max(text.length / longest, text.length < 4 * longest ? weight(text) / room : 0);
  }

  /** @param {KeyboardEvent} event */
  #saveAtOnce(event) {
    if (!isSaveKey(event)) return;
    event.preventDefault();
    this.saving.rest();
  }

  #changed() {
    this.saving.typed();
    this.checkNow();
  }

  /** How the text stands, in words. */
  #stage() {
    const { root, state, t } = this.#ui;
    const how = this.saving.standing();
    if (how !== "saved") return t(how);
    if (!this.field.value) return "";
    const { date, time, today } = clock(state().at, root.lang);
    return t(today ? "saved-today" : "saved-before", { date, time });
  }

  /** How much room is left, when there is little. @param {number} part */
  #fullness(part) {
    if (part <= NEARLY_FULL) return "";
    return this.#ui.t(part > 1 ? "too-long" : "nearly-full", { percent: Math.round(100 * part) });
  }

  show() {
    const part = this.#share(this.field.value);
    const fullness = this.#fullness(part);
    this.#status.textContent = this.#stage();
    this.#size.className = part > 1 ? "hk-size hk-problem" : "hk-size";
    if (this.#size.textContent !== fullness) this.#size.textContent = fullness;
  }

  /** Say in which line the hand is. */
  #locate() {
    const { value, selectionStart } = this.field;
    const lines = value.split("\n").length;
    const line = value.slice(0, selectionStart ?? 0).split("\n").length;
    this.#caret.textContent = value ? this.#ui.t("caret", { line, lines }) : "";
  }

  /** Have the text checked, if it is another than the last. */
  checkNow() {
    const { value } = this.field;
    this.#locate();
    if (value === this.#checked || this.#share(value) > 1) return;
    this.#checked = value;
    this.#check(value);
  }

  /** Whether the text can be sent. */
  fits() {
    return this.#share(this.field.value) <= 1;
  }

  /** Another text, as if it had been typed. @param {string} text */
  rewrite(text) {
    this.field.value = text;
    this.#changed();
  }

  /** A text that Python has made, and so has checked. @param {string} text */
  write(text) {
    this.#checked = text;
    this.rewrite(text);
  }

  /** Go to the beginning. */
  goToTop() {
    this.field.focus();
    this.field.setSelectionRange(0, 0);
    this.field.scrollTop = 0;
  }

  /** @param {number} line */
  go(line) {
    const [start, end] = lineAt(this.field.value, line);
    this.field.focus();
    this.field.setSelectionRange(start, start); // scrolls there, which a selection does not
    this.field.setSelectionRange(start, end);
    this.#locate();
  }
}
