// @ts-check
import { checkedInput, focusOn, h, refill, uid } from "../../frontend/dom.js";
import { keepDraft } from "../../frontend/form_draft.js";
import { mount } from "../../frontend/widget.js";

/** @import { Guess } from "../../frontend/types.js" */

/**
 * @typedef {{ item: string, question: string, low: number, high: number, margin: number, sure: number[] }} View
 * @typedef {{ prediction: Guess | null }} State
 * @typedef {import("../../frontend/types.js").Ui<View, State>} Ui
 * @typedef {import("../../frontend/types.js").Where<View, State>} Where
 */

/** A whole number within the range, or null. @param {string} text @param {number} low @param {number} high */
export function wholeNumber(text, low, high) {
  const number = Number(text);
  return text.trim() !== "" && Number.isInteger(number) && number >= low && number <= high ? number : null;
}

/**
 * How sure one is: of a number that nobody has published it says nothing, so it is not asked.
 * @param {Ui} ui @param {string} group
 */
function degrees(ui, group) {
  const { sure, margin } = ui.view;
  const option = (/** @type {number} */ degree) =>
    h(
      "label",
      { class: "hk-option" },
      h("input", { type: "radio", name: group, value: degree, "data-key": `sure-${degree}` }),
      ui.t(`sure-${degree}`),
    );
  return h("fieldset", {}, h("legend", {}, ui.t(margin ? "how-sure" : "how-sure-exact", ui.view)), sure.map(option));
}

/** @param {Ui} ui */
function form(ui) {
  const { low, high, sure, item, question } = ui.view;
  const forFun = !sure.length;
  const id = uid("guess");
  const field = h("input", {
    type: "number",
    id,
    min: low,
    max: high,
    step: 1,
    inputmode: "numeric",
    "data-key": "guess",
    "aria-describedby": `${id}-help`,
  });
  const help = h("p", { id: `${id}-help`, class: "hk-soft hk-small" }, ui.t("range", ui.view));
  const group = `${id}-sure`;
  const commit = async () => {
    const guess = wholeNumber(field.value, low, high);
    const degree = checkedInput(ui.body);
    if (guess === null) return complain(ui, field, ui.t("not-a-number", ui.view));
    if (!degree && !forFun) return complain(ui, ui.body.querySelector("fieldset input"), ui.t("not-sure-yet"));
    await ui.send({ item, kind: "prediction", value: degree ? { guess, sure: Number(degree.value) } : { guess } });
    focusOn(ui.root, "committed");
  };
  field.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => event.key === "Enter" && button.click());
  const button = h("button", { type: "button", class: "hk-primary", onclick: commit }, ui.t("commit"));
  return [
    h("label", { for: id, class: "hk-question" }, question),
    h("div", { class: "hk-guess" }, field),
    help,
    forFun ? h("p", { class: "hk-soft" }, ui.t("for-fun")) : degrees(ui, group),
    button,
  ];
}

/** @param {Ui} ui @param {HTMLInputElement | null} field @param {string} text */
function complain(ui, field, text) {
  ui.tell(text);
  field?.focus();
}

/** @param {Ui} ui @param {{ guess: number, sure: number | null }} prediction */
function committed(ui, { guess, sure }) {
  return h(
    "div",
    { class: "hk-panel hk-committed", "data-key": "committed", tabindex: "-1" },
    h("p", { class: "hk-question" }, ui.view.question),
    h("p", { class: "hk-number" }, String(guess)),
    h("p", {}, sure ? ui.t("committed", { sure: ui.t(`sure-${sure}`) }) : ui.t("committed-for-fun")),
  );
}

/** @param {Where} where */
function render(where) {
  return mount("predict", where, (ui) =>
    ui.follow(() => {
      const { prediction } = ui.state();
      if (prediction) {
        ui.drafts.drop("guess");
        refill(ui.body, committed(ui, prediction));
      } else if (!ui.body.hasChildNodes()) {
        refill(ui.body, form(ui));
        keepDraft(ui, ui.body, "guess");
      }
    }),
  );
}

export default { render };
