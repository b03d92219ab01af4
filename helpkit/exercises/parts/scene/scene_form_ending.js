// @ts-check
// One ending: of which kind it is, and what is said.
import { h } from "../../../frontend/dom.js";
import { ItemBar } from "./scene_form_bar.js";
import { FormField } from "./scene_form_field.js";
import { alsoInText, Fold } from "./scene_form_fold.js";
import { leadsTo } from "./scene_form_line.js";

/**
 * @typedef {import("./scene_form_field.js").Context} Context
 * @typedef {import("../../../frontend/types.js").SceneFormEnding} Ending
 * @typedef {{ at: number, of: number }} Among
 */

export class EndingForm {
  #context;
  #fold;
  #says;
  #kind;
  #bar;
  #also = h("p", { class: "hk-soft hk-small" });
  /** @type {{ ending: Ending, among: Among } | null} */
  #shown = null;

  /** @param {Context} context */
  constructor(context) {
    const { t } = context.ui;
    this.#context = context;
    this.#kind = new FormField(context, { label: t("kind"), tag: "select" });
    this.#says = new FormField(context, { label: t("says-ending"), tag: "textarea" });
    this.#bar = new ItemBar(context);
    const parts = () => [this.#kind.node, this.#says.node, this.#also, this.#bar.node];
    this.#fold = new Fold(context, parts, () => this.#fill());
    this.node = this.#fold.node;
  }

  /** @param {Ending} ending @param {Among} among */
  show(ending, among) {
    this.#shown = { ending, among };
    this.#fold.show(`endings.${ending.id}`, this.#context.ui.t("ending-name", ending), ending.says.text);
  }

  open() {
    this.#fold.open();
  }

  #fill() {
    if (!this.#shown) return;
    const { ending, among } = this.#shown;
    const { ui } = this.#context;
    const where = ["endings", ending.id];
    const kinds = ui.view.kinds.map((kind) => ({ value: kind, name: ui.t(`is-${kind}`) }));
    this.#kind.offer(kinds, ending.kind);
    this.#kind.show([...where, "kind"], ending.kind);
    this.#says.showText([...where, "says"], ending.says);
    this.#also.textContent = alsoInText(this.#context, ending.extra);
    this.#bar.show({ where, what: ui.t("ending-name", ending), ...among, leads: leadsTo(this.#context, ending.id) });
  }
}
