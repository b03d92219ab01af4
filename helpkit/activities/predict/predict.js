// @ts-check
import { h, mount, refill, focusOn, uid } from "../../frontend/shared.js";

/** A whole number within the range, or null. @param {string} text @param {number} low @param {number} high */
export function wholeNumber(text, low, high) {
  const number = Number(text);
  return text.trim() !== "" && Number.isInteger(number) && number >= low && number <= high ? number : null;
}

/** How sure one is: of a number that nobody has published it says nothing, so it is not asked. @param {any} ui @param {string} group */
function degrees(ui, group) {
  const { sure, margin } = ui.view;
  const option = (/** @type {number} */ degree) =>
    h("label", { class: "hk-option" }, h("input", { type: "radio", name: group, value: degree }), ui.t(`sure-${degree}`));
  return h("fieldset", {}, h("legend", {}, ui.t(margin ? "how-sure" : "how-sure-exact", ui.view)), sure.map(option));
}

/** @param {any} ui */
function form(ui) {
  const { low, high, sure, item, question } = ui.view;
  const forFun = !sure.length;
  const id = uid("guess");
  const field = h("input", { type: "number", id, min: low, max: high, step: 1, inputmode: "numeric", "aria-describedby": `${id}-help` });
  const help = h("p", { id: `${id}-help`, class: "hk-soft hk-small" }, ui.t("range", ui.view));
  const group = `${id}-sure`;
  const commit = async () => {
    const guess = wholeNumber(field.value, low, high);
    const chosen = ui.body.querySelector(`input[name="${group}"]:checked`);
    if (guess === null) return complain(ui, field, ui.t("not-a-number", ui.view));
    if (!chosen && !forFun) return complain(ui, ui.body.querySelector('input[type="radio"]'), ui.t("not-sure-yet"));
    await ui.send({ item, kind: "prediction", value: forFun ? { guess } : { guess, sure: Number(chosen.value) } });
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

/** @param {any} ui @param {HTMLElement} field @param {string} text */
function complain(ui, field, text) {
  ui.tell(text);
  field.focus();
}

/** @param {any} ui @param {{ guess: number, sure: number | null }} prediction */
function committed(ui, { guess, sure }) {
  return h(
    "div",
    { class: "hk-panel hk-committed", "data-key": "committed", tabindex: "-1" },
    h("p", { class: "hk-question" }, ui.view.question),
    h("p", { class: "hk-number" }, String(guess)),
    h("p", {}, sure ? ui.t("committed", { sure: ui.t(`sure-${sure}`) }) : ui.t("committed-for-fun")),
  );
}

/** @param {{ model: any, el: HTMLElement }} where */
function render(where) {
  return mount("predict", where, (ui) =>
    ui.follow(() => {
      const { prediction } = ui.state();
      if (prediction) refill(ui.body, committed(ui, prediction));
      else if (!ui.body.hasChildNodes()) refill(ui.body, form(ui));
    }),
  );
}

export default { render };
