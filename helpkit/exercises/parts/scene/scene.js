// @ts-check
import { clock } from "../../../frontend/clock.js";
import { h, uid } from "../../../frontend/dom.js";
import { newestOnly } from "../../../frontend/latest.js";
import { sceneFaults, sceneNeeds } from "./scene_faults.js";
import { ScenePreview } from "./scene_preview.js";
import { isSaveKey, onTurningAway, TextField } from "../../../frontend/fields/text_field.js";
import { mount } from "../../../frontend/widget.js";

/**
 * @typedef {{ item: string, example: string, longest: number, room: number }} View
 * @typedef {{ text: string, at: string, held: boolean }} State
 * @typedef {import("../../../frontend/types.js").Ui<View, State>} Ui
 * @typedef {import("../../../frontend/types.js").Where<View, State>} Where
 */

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
class Editor {
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
    this.text = this.#textField(id);
    for (const event of ["keyup", "click", "focus"]) this.field.addEventListener(event, () => this.#locate());
    this.node = h(
      "div",
      { class: "hk-editor" },
      h("label", { for: id }, ui.t("field")),
      h("p", { id: `${id}-hint`, class: "hk-soft hk-small" }, ui.t("field-hint")),
      this.field,
      h("div", { class: "hk-under" }, this.#caret, this.#status),
      this.#size,
      this.text.other,
      example(
        ui,
        () => this.field.value,
        (text) => this.#put(text),
      ),
    );
  }

  get field() {
    return this.text.field;
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
    this.text.rest();
  }

  #changed() {
    this.text.typed();
    this.checkNow();
  }

  /** How the text stands, in words. */
  #standing() {
    const { root, state, t } = this.#ui;
    const how = this.text.standing();
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
    this.#status.textContent = this.#standing();
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

  /** @param {string} text */
  #put(text) {
    this.text.put(text);
    this.checkNow();
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

/**
 * The scene to begin with; over a text that is there it comes only when asked for twice, and back
 * again comes that text.
 * @param {Ui} ui @param {() => string} text @param {(text: string) => void} put
 */
function example(ui, text, put) {
  let before = "";
  const box = h("div", { class: "hk-example" });
  const button = (/** @type {string} */ key, /** @type {() => void} */ onclick) =>
    h("button", { type: "button", "data-key": key, onclick }, ui.t(key));
  const rest = () =>
    box.replaceChildren(
      h("div", { class: "hk-row" }, button("put-example", wish), before ? button("put-back", back) : null),
    );
  const take = () => {
    before = text().trim() ? text() : "";
    put(ui.view.example);
    rest();
    ui.say(ui.t(before ? "replaced" : "put-in"));
  };
  const back = () => {
    const old = before;
    before = "";
    put(old);
    rest();
  };
  const keep = () => {
    rest();
    box.querySelector("button")?.focus();
  };
  const wish = () => {
    if (!text().trim() || text() === ui.view.example) return take();
    box.replaceChildren(
      h(
        "div",
        { class: "hk-panel", role: "group", "aria-label": ui.t("put-example") },
        h("p", {}, ui.t("replace-what")),
        h("div", { class: "hk-row" }, button("keep-mine", keep), button("replace", take)),
      ),
    );
    box.querySelector("button")?.focus();
  };
  rest();
  return box;
}

/** @param {Where} where */
function render(where) {
  return mount("scene", where, (ui) => {
    const newest = newestOnly(ui, ui.view.item, () => settled());
    const editor = new Editor(ui, (text) => {
      newest.send(text);
      settled();
    });
    const preview = () => ui.model.get("preview");
    const faults = sceneFaults(ui, (line) => editor.go(line));
    const needs = sceneNeeds(ui);
    const play = new ScenePreview(ui);
    const beside = h(
      "div",
      { class: "hk-preview", role: "region", "aria-label": ui.t("preview") },
      faults.node,
      needs.node,
      play.node,
    );
    const settled = () => beside.setAttribute("aria-busy", String(newest.busy()));
    const draftNote = h("p", { class: "hk-came-back", role: "status" });
    ui.body.append(draftNote, h("div", { class: "hk-halves" }, editor.node, beside));
    const draw = () => {
      const now = preview();
      faults.show(now);
      needs.show(now);
      play.show(now.scene);
    };
    ui.model.on("change:preview", draw);
    if (editor.text.restore()) draftNote.textContent = ui.t("draft-back");
    draw();
    ui.follow(() => {
      editor.text.receive();
      editor.show();
      editor.checkNow();
    });
    ui.refreshWhenSeen();
    const away = onTurningAway(() => [editor.text]);
    return () => {
      ui.model.off("change:preview", draw);
      newest.stop();
      away();
    };
  });
}

export default { render };
