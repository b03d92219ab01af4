// @ts-check
// One line of the client with its choices.
import { h } from "../../../frontend/dom.js";
import { ItemBar, ItemList } from "./scene_form_bar.js";
import { ChoiceForm } from "./scene_form_choice.js";
import { FormField } from "./scene_form_field.js";
import { alsoInText, Fold } from "./scene_form_fold.js";

/**
 * @typedef {import("./scene_form_field.js").Context} Context
 * @typedef {import("../../../frontend/types.js").SceneFormLine} Line
 * @typedef {{ at: number, of: number }} Among
 */

/** Where the scene says that the conversation comes here. @param {Context} context @param {string} id */
export function leadsTo({ form, ui }, id) {
  const { nodes, first } = form();
  const others = nodes.filter((node) => node.id !== id);
  const choices = others.flatMap((node) => node.choices.map((choice) => ({ ...choice, line: node.id })));
  const places = choices.filter(({ next }) => next === id).map((choice) => ui.t("choice-of", choice));
  return first === id ? [ui.t("begins-here"), ...places] : places;
}

export class LineForm {
  #context;
  #fold;
  #says;
  #choices;
  #add;
  #bar;
  #also = h("p", { class: "hk-soft hk-small" });
  /** @type {{ line: Line, among: Among } | null} */
  #shown = null;

  /** @param {Context} context */
  constructor(context) {
    const { t } = context.ui;
    this.#context = context;
    this.#says = new FormField(context, { label: t("says-client"), tag: "textarea" });
    this.#choices = new ItemList(context, () => new ChoiceForm(context));
    this.#add = h("button", { type: "button", onclick: () => this.#addChoice() }, t("add-choice"));
    this.#bar = new ItemBar(context);
    const add = h("div", { class: "hk-row" }, this.#add);
    const parts = () => [this.#says.node, this.#choices.node, add, this.#also, this.#bar.node];
    this.#fold = new Fold(context, parts, () => this.#fill());
    this.node = this.#fold.node;
  }

  /** @param {Line} line @param {Among} among */
  show(line, among) {
    this.#shown = { line, among };
    this.#fold.show(`nodes.${line.id}`, this.#context.ui.t("line-name", line), line.says.text);
  }

  open() {
    this.#fold.open();
  }

  #fill() {
    if (!this.#shown) return;
    const { line, among } = this.#shown;
    const where = ["nodes", line.id];
    this.#says.showText([...where, "says"], line.says);
    this.#showChoices(line, [...where, "choices"]);
    this.#also.textContent = alsoInText(this.#context, line.extra);
    const what = this.#context.ui.t("line-name", line);
    this.#bar.show({ where, what, ...among, leads: leadsTo(this.#context, line.id) });
  }

  /** @param {Line} line @param {string[]} where */
  #showChoices({ id, choices }, where) {
    const of = choices.length;
    this.#add.setAttribute("data-key", where.join("."));
    this.#add.setAttribute("aria-label", this.#context.ui.t("add-choice-to", { line: id }));
    this.#choices.show(choices, (item, choice, at) => item.show([...where, choice.id], choice, { line: id, at, of }));
  }

  #addChoice() {
    if (this.#shown) this.#context.operations.make("add", ["nodes", this.#shown.line.id, "choices"]);
  }
}
