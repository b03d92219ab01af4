// @ts-check
// The scene as a form: another way to type its text. It shows what the text says, and each change goes
// into the text before it is shown anywhere else.
import { focusOn, h, refill } from "../../../frontend/dom.js";
import { ItemList } from "./scene_form_bar.js";
import { EndingForm } from "./scene_form_ending.js";
import { faultsByPlace, placeOf, placesOf } from "./scene_form_faults.js";
import { faultLines } from "./scene_form_field.js";
import { HeadForm } from "./scene_form_head.js";
import { LineForm } from "./scene_form_line.js";
import { Operations } from "./scene_operations.js";

/**
 * @typedef {import("../../../frontend/types.js").Preview} Preview
 * @typedef {import("../../../frontend/types.js").SceneForm} Form
 * @typedef {import("../../../frontend/types.js").SceneEdit} Edit
 * @typedef {import("./scene_form_field.js").Context} Context
 * @typedef {import("./scene_operations.js").Operation} Operation
 * @typedef {import("./scene_operations.js").Ui} Ui
 * @typedef {{ text: () => string, fits: () => boolean, write: (text: string) => void,
 *   rewrite: (text: string) => void, goTo: (line: number) => void }} Editor
 * `write` takes a text that Python has checked, `rewrite` one that it has still to check
 */

/** Where the focus goes after an operation. @param {Operation} operation @param {string[]} where */
export function goalAfter({ op, value }, where) {
  const place = where.join(".");
  if (op === "move") return `${place}:${Number(value) < 0 ? "up" : "down"}`;
  if (op === "remove") return "undo";
  return op === "add" ? `${place}.${where[0] === "endings" ? "kind" : "says"}` : place;
}

export class SceneForm {
  #ui;
  #editor;
  /** @type {Form | null} */
  #form = null;
  /** @type {Set<string>} */
  #places = new Set();
  /** @type {Map<string, string[]>} */
  #faults = new Map();
  #unreadable = h("div", {});
  #more = h("p", { class: "hk-soft hk-small" });
  #undo = h("div", { class: "hk-undo hk-panel" });
  /** @type {string | null} the text to which the undoing of a removal belongs */
  #undoable = null;
  #goal = "";
  #isRefused = false;
  /** @type {{ operation: Operation, where: string[] } | null} what is made and not yet shown */
  #made = null;

  /** @param {Ui} ui @param {Editor} editor */
  constructor(ui, editor) {
    this.#ui = ui;
    this.#editor = editor;
    this.operations = new Operations(ui, editor, (operation, edit, before) => this.#make(operation, edit, before));
    const context = this.#context();
    this.#head = new HeadForm(context);
    this.#lines = new ItemList(context, () => new LineForm(context));
    this.#endings = new ItemList(context, () => new EndingForm(context));
    const lines = this.#section("lines", "nodes", "add-line", this.#lines.node);
    const endings = this.#section("endings", "endings", "add-ending", this.#endings.node);
    this.#fields = h("div", {}, this.#head.node, lines, endings, this.#more);
    this.node = h("div", { class: "hk-form" }, this.#unreadable, this.#fields);
  }

  #head;
  #lines;
  #endings;
  #fields;

  /** @returns {Context} */
  #context() {
    const isWithin = (/** @type {string} */ key, /** @type {string} */ place) =>
      key === place || key.startsWith(`${place}.`);
    return {
      ui: this.#ui,
      operations: this.operations,
      form: () => /** @type {Form} */ (this.#form),
      faults: (place) => this.#faults.get(place) ?? [],
      faultsWithin: (place) => [...this.#faults].flatMap(([key, all]) => (isWithin(key, place) ? all : [])).length,
      undo: this.#undo,
    };
  }

  /** @param {string} name @param {string} table @param {string} key @param {HTMLElement} items */
  #section(name, table, key, items) {
    const add = () => this.operations.make("add", [table]);
    const button = h("button", { type: "button", "data-key": table, onclick: add }, this.#ui.t(key));
    const faults = h("p", { class: "hk-fault", "data-of": table });
    return h("section", {}, h("h4", {}, this.#ui.t(name)), items, faults, h("div", { class: "hk-row" }, button));
  }

  /** Show what the text says. @param {Preview} preview */
  show({ form, faults }) {
    this.#form = form ?? null;
    this.#fields.hidden = !form;
    refill(this.#unreadable, form ? null : this.#way(faults));
    if (this.#editor.text() !== this.#undoable) this.#undo.remove();
    if (form) this.#draw(form, faults);
    this.operations.next();
  }

  /** @param {Form} form @param {Preview["faults"]} faults */
  #draw(form, faults) {
    const { nodes, endings, more } = form;
    this.#places = placesOf(form);
    this.#faults = faultsByPlace(this.#places, faults);
    this.#head.show();
    this.#lines.show(nodes, (line, each, at) => line.show(each, { at, of: nodes.length }));
    this.#endings.show(endings, (ending, each, at) => ending.show(each, { at, of: endings.length }));
    for (const part of this.#fields.querySelectorAll("[data-of]"))
      part.replaceChildren(...faultLines(this.#faults.get(String(part.getAttribute("data-of"))) ?? []));
    this.#more.textContent = more ? this.#ui.t("more-in-text", { more }) : "";
    this.#finish();
  }

  /** A text that cannot be read has no fields: the way to where it ends. @param {Preview["faults"]} faults */
  #way([fault]) {
    const { t } = this.#ui;
    const line = fault?.line ?? null;
    const go = () => line !== null && this.#editor.goTo(line);
    const button = h("button", { type: "button", "data-key": "unreadable", onclick: go }, t("go-to", { line }));
    const sentence = fault ? t("no-form", { fault: fault.text }) : t("no-form-yet");
    return h("div", { class: "hk-panel" }, h("p", {}, sentence), line === null ? null : button);
  }

  /** @param {Edit} edit */
  receive(edit) {
    this.operations.receive(edit);
  }

  /** An operation has come back. @param {Operation} operation @param {Edit} edit @param {string} before */
  #make(operation, edit, before) {
    if (edit.refusal) return this.#refuse(operation, edit.refusal);
    if (edit.text === before) return;
    this.#editor.write(edit.text);
    if (this.#isRefused) this.#ui.tell("");
    this.#isRefused = false;
    if (operation.op === "set") return;
    if (operation.op === "remove") this.#offerUndo(operation, edit.text, before);
    this.#made = { operation, where: edit.where };
    this.#goal = goalAfter(operation, edit.where);
  }

  /** What was typed and cannot be written is at least said. @param {Operation} operation @param {string} refusal */
  #refuse({ op, value }, refusal) {
    const { t, tell } = this.#ui;
    this.#isRefused = true;
    const isTyped = op === "set" && typeof value === "string" && value;
    tell([t(`refused-${refusal}`), isTyped ? t("refused-words", { text: value }) : ""].join(" ").trim());
  }

  /** The way back stands where something stood. @param {Operation} operation @param {string} text @param {string} before */
  #offerUndo({ where }, text, before) {
    const { t } = this.#ui;
    const back = () => {
      this.#undo.remove();
      if (this.#editor.text() !== text) return;
      this.#goal = where.join(".");
      this.#editor.rewrite(before);
      this.#ui.say(t("undone", { what: this.#nameOf(where) }));
    };
    const button = h("button", { type: "button", "data-key": "undo", onclick: back }, t("undo"));
    refill(this.#undo, h("p", {}, t("removed", { what: this.#nameOf(where) })), button);
    this.#undoable = text;
    const remove = CSS.escape(`${where.join(".")}:remove`);
    this.node.querySelector(`[data-key="${remove}"]`)?.closest(".hk-choice, .hk-fold")?.before(this.#undo);
  }

  /** What is at a place, in words. @param {string[]} where */
  #nameOf([table, id, , choice]) {
    const { t } = this.#ui;
    if (choice) return t("choice-of", { id: choice, line: id });
    return t(table === "nodes" ? "line-name" : "ending-name", { id });
  }

  /** Say what was done, and go there. */
  #finish() {
    if (this.#made) this.#ui.say(this.#sentence(this.#made.operation, this.#made.where));
    this.#made = null;
    if (this.#goal && this.#reach(this.#goal)) this.#goal = "";
  }

  /** @param {Operation} operation @param {string[]} where */
  #sentence({ op }, where) {
    const { t } = this.#ui;
    const what = this.#nameOf(where);
    const { at, of, next } = this.#standing(where);
    return t({ add: "added", remove: "removed", move: "now-at", lead: "led" }[op] ?? op, { what, at, of, next });
  }

  /** Which of how many it is, and where it leads. @param {string[]} where */
  #standing([table, id, , choice]) {
    const { nodes, endings } = /** @type {Form} */ (this.#form);
    /** @type {{ id: string, next?: string }[]} */
    const choices = nodes.find((node) => node.id === id)?.choices ?? [];
    /** @type {{ id: string, next?: string }[]} */
    const list = choice ? choices : table === "nodes" ? nodes : endings;
    const at = list.findIndex((each) => each.id === (choice ?? id));
    return { at: at + 1, of: list.length, next: list[at]?.next ?? "" };
  }

  /** Go to the field of a fault, if there is one. @param {string} where @returns {boolean} */
  go(where) {
    const place = placeOf(this.#places, where);
    return Boolean(this.#form && place) && this.#reach(place === "start" ? "start.trust" : place);
  }

  /** Whether a fault has a place here. @param {string} where */
  has(where) {
    return Boolean(this.#form && placeOf(this.#places, where));
  }

  /** @param {string} goal @returns {boolean} whether it is there */
  #reach(goal) {
    const [table, id] = goal.split(/[.:]/);
    const list = { nodes: this.#lines, endings: this.#endings }[table];
    list?.get(id)?.open();
    focusOn(this.node, goal);
    return document.activeElement?.getAttribute("data-key") === goal;
  }
}
