// @ts-check
// One choice of a line: what the helper says, what it does, and where it leads.
import { h } from "../../../frontend/dom.js";
import { ItemBar } from "./scene_form_bar.js";
import { faultLines, FormField } from "./scene_form_field.js";
import { alsoInText, firstWords } from "./scene_form_fold.js";

/**
 * @typedef {import("./scene_form_field.js").Context} Context
 * @typedef {import("./scene_form_field.js").Choosable} Choosable
 * @typedef {import("../../../frontend/types.js").SceneFormChoice} Choice
 */

export const METERS = /** @type {const} */ (["trust", "client", "helper"]);
const EFFECT = { min: -3, max: 3 };
const MINUTES = { min: 0, max: 60 };
/** Every line and ending, to choose from. @param {Context} context @returns {Choosable[]} */
export function targets({ form, ui }) {
  const { nodes, endings } = form();
  const name = (/** @type {string} */ id, /** @type {string} */ text) => (text ? `${id}: ${firstWords(text)}` : id);
  return [
    ...nodes.map(({ id, says }) => ({ value: id, name: name(id, says.text), group: ui.t("lines") })),
    ...endings.map(({ id, says }) => ({ value: id, name: name(id, says.text), group: ui.t("endings") })),
  ];
}

export class ChoiceForm {
  #context;
  #heading = h("h6", { tabindex: "-1" });
  #faults = h("p", { class: "hk-fault" });
  #also = h("p", { class: "hk-soft hk-small" });
  /** @type {string[]} */
  #where = [];
  #bar;

  /** @param {Context} context */
  constructor(context) {
    const t = context.ui.t;
    this.#context = context;
    this.#bar = new ItemBar(context);
    this.says = new FormField(context, { label: t("says-helper"), tag: "textarea" });
    this.form = new FormField(context, { label: t("form-of"), tag: "select" });
    this.next = new FormField(context, { label: t("leads"), tag: "select" });
    this.why = new FormField(context, { label: t("why"), tag: "textarea", hint: t("why-hint") });
    this.rightFor = new FormField(context, {
      label: t("right-for"),
      tag: "textarea",
      hint: t("right-for-hint"),
      optional: true,
    });
    this.minutes = new FormField(context, { label: t("takes"), number: MINUTES });
    this.effect = METERS.map((meter) => new FormField(context, { label: t(`meter-${meter}`), number: EFFECT }));
    this.node = h(
      "section",
      { class: "hk-choice" },
      this.#heading,
      this.#faults,
      this.#fields(),
      this.#also,
      this.#bar.node,
    );
  }

  #fields() {
    const { ui } = this.#context;
    const numbers = h(
      "div",
      { class: "hk-numbers" },
      this.effect.map(({ node }) => node),
      this.minutes.node,
    );
    const effect = h(
      "fieldset",
      {},
      h("legend", {}, ui.t("effect")),
      h("p", { class: "hk-soft hk-small" }, ui.t("effect-hint")),
      numbers,
    );
    return [this.says.node, this.form.node, effect, this.next.node, this.#ways(), this.why.node, this.rightFor.node];
  }

  /** The ways to a line or an ending that is not there yet. */
  #ways() {
    const { ui, operations } = this.#context;
    const way = (/** @type {string} */ key, /** @type {string} */ table) =>
      h(
        "button",
        { type: "button", onclick: () => operations.make("lead", [...this.#where, "next"], table) },
        ui.t(key),
      );
    return h("div", { class: "hk-row" }, way("to-new-line", "nodes"), way("to-new-ending", "endings"));
  }

  /** @param {string[]} where @param {Choice} choice @param {{ line: string, at: number, of: number }} among */
  show(where, choice, { line, at, of }) {
    const { ui, faults } = this.#context;
    const place = where.join(".");
    this.#where = where;
    this.#heading.textContent = ui.t("choice-name", { id: choice.id });
    this.#heading.setAttribute("data-key", place);
    this.#faults.replaceChildren(...faultLines(faults(place)));
    this.#also.textContent = alsoInText(this.#context, choice.extra);
    this.#showFields(where, choice);
    this.#bar.show({ where, what: ui.t("choice-of", { id: choice.id, line }), at, of });
  }

  /** @param {string[]} where @param {Choice} choice */
  #showFields(where, choice) {
    const { ui } = this.#context;
    this.form.offer(
      ui.view.forms.map(({ id, name }) => ({ value: id, name })),
      choice.form,
    );
    this.next.offer(targets(this.#context), choice.next);
    this.says.showText([...where, "says"], choice.says);
    this.why.showText([...where, "why"], choice.why);
    this.rightFor.showText([...where, "right_for"], choice.right_for);
    for (const key of /** @type {const} */ (["form", "next", "minutes"])) this[key].show([...where, key], choice[key]);
    METERS.forEach((meter, at) => this.effect[at].show([...where, "effect", meter], choice.effect[meter]));
  }
}
