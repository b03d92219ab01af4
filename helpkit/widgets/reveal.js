// @ts-check
import { h, mount, refill, focusOn } from "./shared.js";

/** One letter per thing counted, in the order of the counts. @param {Record<string, number>} counts */
export function dots(counts) {
  return Object.entries(counts).flatMap(([name, number]) => Array(number).fill(name));
}

/** @param {any} ui @param {{ guess: number, sure: number | null } | null} prediction */
function quote(ui, prediction) {
  if (!prediction) return h("p", { class: "hk-soft" }, ui.t("no-prediction"));
  const { guess, sure } = prediction;
  return h("blockquote", {}, sure ? ui.t("quote", { guess, sure: ui.t(`sure-${sure}`) }) : ui.t("quote-for-fun", { guess }));
}

/** The counts as dots for the eye; the list beside it says the same. @param {any} ui @param {any} shown */
function picture(ui, { counts }) {
  const names = Object.keys(counts);
  const shape = (/** @type {string} */ name) => h("span", { class: `hk-dot hk-dot-${names.indexOf(name)}` });
  return [
    h("div", { class: "hk-dots", "aria-hidden": "true" }, dots(counts).map(shape)),
    h("ul", { class: "hk-counts" }, names.map((name) => h("li", {}, shape(name), h("strong", {}, String(counts[name])), ` ${ui.view.labels[name]}`))),
  ];
}

/** @param {any} ui @param {any} state */
function content(ui, { prediction, shown }) {
  const question = h("p", { class: "hk-question" }, ui.view.question);
  if (!shown) {
    const show = async () => {
      await ui.send({ item: ui.view.item, kind: "reveal", value: null });
      focusOn(ui.root, "answer");
    };
    // No quote yet: this cell may have run before the learner committed.
    return [question, h("p", { class: "hk-soft" }, ui.t("before")), h("button", { type: "button", class: "hk-primary", onclick: show }, ui.t("show"))];
  }
  return [
    question,
    quote(ui, prediction),
    h("div", { class: "hk-panel", "data-key": "answer", tabindex: "-1" }, picture(ui, shown), shown.texts.map((/** @type {string} */ text) => h("p", {}, text))),
  ];
}

/** @param {{ model: any, el: HTMLElement }} where */
function render(where) {
  return mount("reveal", where, (ui) => {
    ui.follow(() => refill(ui.body, content(ui, ui.state())));
    ui.refreshWhenSeen(); // some answers come out of what the learner does elsewhere
  });
}

export default { render };
