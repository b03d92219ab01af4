// @ts-check
import { h } from "../../frontend/dom.js";
import { changes } from "./meters.js";

/** @import { Play, StageUi, Turn } from "./types.js" */

/** @typedef {StageUi} Ui */

/**
 * The sentences below an answer: its form once it is over, its reason, the meters and how it landed.
 * @param {Ui} ui @param {Turn} turn
 */
function remarks(ui, turn) {
  const { form, why, meters, felt } = turn;
  return [
    form && h("p", { class: "hk-form" }, h("span", { class: "hk-tag" }, form.name), " ", form.description),
    why && h("p", {}, why),
    meters && h("p", { class: "hk-soft hk-small" }, changes(ui, meters)),
    felt &&
      h("p", { class: "hk-soft hk-small" }, ui.t("it-landed", { client: ui.view.client }), " ", changes(ui, felt)),
  ];
}

/**
 * The whole conversation as text, with a way back to every line.
 * @param {Ui} ui @param {Play} play @param {(turns: number) => unknown} onback
 */
export function transcript(ui, play, onback) {
  const spoken = (/** @type {"client" | "helper"} */ who, /** @type {string} */ line) =>
    h("p", { class: `hk-spoken hk-by-${who}` }, h("strong", {}, ui.t("says", { who: ui.view[who] })), " ", line);
  const back = (/** @type {number} */ index) =>
    h(
      "button",
      {
        type: "button",
        class: "hk-back",
        "data-key": `back-${index + 1}`,
        "aria-label": ui.t("back-label", { number: index + 1 }),
        onclick: () => onback(index),
      },
      ui.t("back"),
    );
  const turn = (/** @type {Turn} */ turn, /** @type {number} */ index) =>
    h(
      "li",
      {},
      spoken("client", turn.says),
      spoken("helper", turn.answer),
      h("div", { class: "hk-remarks" }, remarks(ui, turn), back(index)),
    );
  const { ending, now } = play;
  return h(
    "div",
    { class: "hk-said" },
    h("p", { class: "hk-soft" }, ui.view.setting),
    h("ol", {}, play.turns.map(turn)),
    now ? spoken("client", now.says) : null,
    ending ? [h("h4", {}, ui.t(`kind-${ending.kind}`)), h("p", {}, ending.says)] : null,
  );
}
