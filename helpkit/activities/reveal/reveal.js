// @ts-check
import { focusOn, h, refill } from "../../frontend/dom.js";
import { mount } from "../../frontend/widget.js";

/** @import { Guess } from "../../frontend/types.js" */

/**
 * @typedef {{ texts: string[], answer: number | null, counts: Record<string, number>, parts: boolean }} Shown
 * @typedef {{ item: string, question: string, labels: Record<string, string>, low: number, high: number,
 *   margin: number }} View
 * @typedef {{ prediction: Guess | null, shown: Shown | null }} State
 * @typedef {import("../../frontend/types.js").Ui<View, State>} Ui
 * @typedef {import("../../frontend/types.js").Where<View, State>} Where
 */

/** One letter per thing counted, in the order of the counts. @param {Record<string, number>} counts */
export function dots(counts) {
  return Object.entries(counts).flatMap(([name, number]) => Array(number).fill(name));
}

/** @param {Ui} ui @param {{ guess: number, sure: number | null } | null} prediction */
function quote(ui, prediction) {
  if (!prediction) return h("p", { class: "hk-soft" }, ui.t("no-prediction"));
  const { guess, sure } = prediction;
  return h(
    "blockquote",
    {},
    sure ? ui.t("quote", { guess, sure: ui.t(`sure-${sure}`) }) : ui.t("quote-for-fun", { guess }),
  );
}

/**
 * Where a number stands between the lowest and the highest guess, in percent.
 * @param {number} low @param {number} high @param {number} value
 */
export function along(low, high, value) {
  return (100 * (Math.min(high, Math.max(low, value)) - low)) / (high - low);
}

/**
 * The learner's own number and the answer on the line of all guesses, with what counts as near.
 * The sentences say the same. @param {Ui} ui @param {{ guess: number } | null} prediction @param {number} answer
 */
function ruler(ui, prediction, answer) {
  const { low, high, margin } = ui.view;
  const at = (/** @type {number} */ value) => along(low, high, value);
  const pin = (/** @type {string} */ who, /** @type {number} */ value) => {
    const side = at(value) > 50 ? "inset-inline-end" : "inset-inline-start"; // the words run towards the middle
    const from = at(value) > 50 ? 100 - at(value) : at(value);
    return h("div", { class: `hk-pin hk-pin-${who}`, style: `${side}: ${from}%` }, ui.t(`pin-${who}`, { n: value }));
  };
  const near = `inset-inline: ${at(answer - margin)}% ${100 - at(answer + margin)}%`;
  return h(
    "div",
    { class: "hk-ruler", "aria-hidden": "true" },
    h("div", { class: "hk-pins" }, prediction ? pin("mine", prediction.guess) : null),
    h(
      "div",
      { class: "hk-track" },
      h("span", {}, String(low)),
      h("div", { class: "hk-near", style: near }),
      h("span", {}, String(high)),
    ),
    h("div", { class: "hk-pins" }, pin("answer", answer)),
  );
}

/**
 * Parts of a whole as dots for the eye; the list beside them says the same.
 * @param {Ui} ui @param {Record<string, number>} counts
 */
function whole(ui, counts) {
  const names = Object.keys(counts);
  const shape = (/** @type {string} */ name) => h("span", { class: `hk-dot hk-dot-${names.indexOf(name)}` });
  return [
    h("div", { class: "hk-dots", "aria-hidden": "true" }, dots(counts).map(shape)),
    h(
      "ul",
      { class: "hk-counts" },
      names.map((name) => h("li", {}, shape(name), h("strong", {}, String(counts[name])), ` ${ui.view.labels[name]}`)),
    ),
  ];
}

/**
 * Numbers that are no parts of one whole: each on a bar of its own.
 * @param {Ui} ui @param {Record<string, number>} counts
 */
function apart(ui, counts) {
  const most = Math.max(ui.view.high, ...Object.values(counts));
  const bar = (/** @type {number} */ n) =>
    h("div", { class: "hk-bar", "aria-hidden": "true" }, h("span", { style: `inline-size: ${(100 * n) / most}%` }));
  return h(
    "ul",
    { class: "hk-bars" },
    Object.entries(counts).map(([name, n]) =>
      h("li", {}, h("strong", {}, String(n)), ` ${ui.view.labels[name]}`, bar(n)),
    ),
  );
}

/** @param {Ui} ui @param {State["prediction"]} prediction @param {Shown} shown */
function picture(ui, prediction, { answer, counts, parts }) {
  if (answer === null) return [];
  return [ruler(ui, prediction, answer), parts ? whole(ui, counts) : apart(ui, counts)];
}

/** @param {Ui} ui @param {State} state */
function content(ui, { prediction, shown }) {
  const question = h("p", { class: "hk-question" }, ui.view.question);
  if (!shown) {
    const show = async () => {
      await ui.send({ item: ui.view.item, kind: "reveal", value: null });
      focusOn(ui.root, "answer");
    };
    // No quote yet: this cell may have run before the learner committed.
    return [
      question,
      h("p", { class: "hk-soft" }, ui.t("before")),
      h("button", { type: "button", class: "hk-primary", onclick: show }, ui.t("show")),
    ];
  }
  return [
    question,
    quote(ui, prediction),
    h(
      "div",
      { class: "hk-panel", "data-key": "answer", tabindex: "-1" },
      picture(ui, prediction, shown),
      shown.texts.map((text) => h("p", {}, text)),
    ),
  ];
}

/** @param {Where} where */
function render(where) {
  return mount("reveal", where, (ui) => {
    ui.follow(() => refill(ui.body, content(ui, ui.state())));
    ui.refreshWhenSeen(); // some answers come out of what the learner does elsewhere
  });
}

export default { render };
