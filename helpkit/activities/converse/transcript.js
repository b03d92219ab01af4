// @ts-check
import { h } from "../../frontend/dom.js";
import { took } from "./clock_left.js";
import { changes } from "./meters.js";
import { timingWords } from "./play_words.js";

/** @import { Hand } from "./hand.js" */
/** @import { Play, StageUi, Turn } from "./types.js" */

/** @typedef {StageUi} Ui */

/** What it did to the meters and to the time. @param {Ui} ui @param {Turn} turn */
function figures(ui, { meters, clock }) {
  const sentences = [meters ? changes(ui, meters) : "", took(ui, clock)].filter(Boolean);
  return sentences.length ? h("p", { class: "hk-soft hk-small" }, sentences.join(" ")) : null;
}

/**
 * The sentences below an answer: its form and for whom it is right once it is over, its reason, the
 * meters and how it landed.
 * @param {Ui} ui @param {Turn} turn
 */
function remarks(ui, turn) {
  const { form, why, felt, timing, right_for: rightFor } = turn;
  return [
    form && h("p", { class: "hk-form" }, h("span", { class: "hk-tag" }, form.name), " ", form.description),
    why && h("p", {}, why),
    timing && h("p", {}, timingWords(ui, timing)),
    rightFor && h("p", { class: "hk-right-for" }, h("strong", {}, ui.t("right-for")), " ", rightFor),
    figures(ui, turn),
    felt &&
      h("p", { class: "hk-soft hk-small" }, ui.t("it-landed", { client: ui.view.client }), " ", changes(ui, felt)),
  ];
}

/** @param {Ui} ui @param {"client" | "helper"} who @param {string} line */
function spoken(ui, who, line) {
  return h("p", { class: `hk-spoken hk-by-${who}` }, h("strong", {}, ui.t("says", { who: ui.view[who] })), " ", line);
}

/** What the client thought there. @param {Ui} ui @param {string} text */
function thought(ui, text) {
  return h("p", { class: "hk-thought" }, h("strong", {}, ui.t("thought", ui.view)), " ", h("em", {}, text));
}

/** @param {Ui} ui @param {Hand} hand @param {number} index */
function back(ui, hand, index) {
  const attributes = {
    type: "button",
    class: "hk-back",
    "data-key": `back-${index + 1}`,
    "aria-label": ui.t("back-label", { number: index + 1 }),
    onclick: () => hand.back(index),
  };
  return h("button", attributes, ui.t("back"));
}

/** Whether the client's thoughts are shown beside the words. @param {Ui} ui @param {boolean} on @param {Hand} hand */
function thoughtsSwitch(ui, on, hand) {
  const input = h("input", {
    type: "checkbox",
    role: "switch",
    "data-key": "thoughts",
    checked: on,
    onchange: ({ currentTarget }) => hand.think(currentTarget.checked),
  });
  return h("label", { class: "hk-option" }, input, ui.t("thoughts", ui.view));
}

/**
 * The whole conversation as text, with a way back to every line.
 * @param {Ui} ui @param {Play} play @param {boolean} thoughts whether they are shown @param {Hand} hand
 */
export function transcript(ui, play, thoughts, hand) {
  const { ending, now, turns } = play;
  const turn = (/** @type {Turn} */ turn, /** @type {number} */ index) =>
    h(
      "li",
      {},
      spoken(ui, "client", turn.says),
      thoughts && turn.thinks ? thought(ui, turn.thinks) : null,
      spoken(ui, "helper", turn.answer),
      h("div", { class: "hk-remarks" }, remarks(ui, turn), play.earlier ? null : back(ui, hand, index)),
    );
  return h(
    "div",
    { class: "hk-said" },
    h("p", { class: "hk-soft" }, ui.view.setting),
    turns.some(({ thinks }) => thinks) ? thoughtsSwitch(ui, thoughts, hand) : null,
    h("ol", {}, turns.map(turn)),
    now ? spoken(ui, "client", now.says) : null,
    ending ? [h("h4", {}, ui.t(`kind-${ending.kind}`)), h("p", {}, ending.says)] : null,
  );
}
