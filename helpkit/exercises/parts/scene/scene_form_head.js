// @ts-check
// What a scene says before its lines: who they are, what is hidden, and where it begins.
import { h } from "../../../frontend/dom.js";
import { METERS, targets } from "./scene_form_choice.js";
import { faultLines, FormField } from "./scene_form_field.js";
import { alsoInText } from "./scene_form_fold.js";

/** @typedef {import("./scene_form_field.js").Context} Context */

const LEVELS = { min: 0, max: 10 };
const MINUTES = { min: 1, max: 60 };
const TEXTS = /** @type {const} */ ({
  title: "input",
  client: "input",
  helper: "input",
  setting: "textarea",
  hidden: "textarea",
});
const KEYS = /** @type {(keyof typeof TEXTS)[]} */ (Object.keys(TEXTS));

export class HeadForm {
  #context;
  #texts;
  #levels;
  #first;
  #minutes;
  #fault = h("p", { class: "hk-fault" });
  #also = h("p", { class: "hk-soft hk-small" });

  /** @param {Context} context */
  constructor(context) {
    const { t } = context.ui;
    this.#context = context;
    this.#texts = KEYS.map((key) => new FormField(context, { label: t(`head-${key}`), tag: TEXTS[key] }));
    this.#levels = METERS.map((meter) => new FormField(context, { label: t(`meter-${meter}`), number: LEVELS }));
    this.#first = new FormField(context, { label: t("head-first"), tag: "select" });
    this.#minutes = new FormField(context, { label: t("head-minutes"), number: MINUTES, hint: t("head-minutes-hint") });
    const levels = h(
      "div",
      { class: "hk-numbers" },
      this.#levels.map(({ node }) => node),
    );
    const start = h("fieldset", {}, h("legend", {}, t("head-start")), levels, this.#fault);
    const texts = this.#texts.map(({ node }) => node);
    this.node = h("div", { class: "hk-fields" }, texts, start, this.#minutes.node, this.#first.node, this.#also);
  }

  show() {
    const form = this.#context.form();
    KEYS.forEach((key, at) => this.#texts[at].showText([key], form[key]));
    this.#fault.replaceChildren(...faultLines(this.#context.faults("start")));
    METERS.forEach((meter, at) => this.#levels[at].show(["start", meter], form.start[meter]));
    const lines = targets(this.#context).filter(({ value }) => form.nodes.some(({ id }) => id === value));
    this.#first.offer(
      lines.map(({ value, name }) => ({ value, name })),
      form.first,
    );
    this.#first.show(["first"], form.first);
    this.#minutes.show(["minutes"], form.minutes);
    this.#also.textContent = alsoInText(this.#context, form.extra);
  }
}
