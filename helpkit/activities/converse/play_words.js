// @ts-check
// What can be said of a play when it is over, and of one line whose moment counted.
import { h } from "../../frontend/dom.js";
import { journey, signed } from "./meters.js";

/** @import { Change, Ending, Play, Review, StageUi, Timing } from "./types.js" */

/** @typedef {StageUi} Ui */

/** Meters with what was done to each, inside a sentence. @param {Ui} ui @param {Change[]} changes */
function effects(ui, changes) {
  const name = (/** @type {string} */ id) => ui.t(`named-${id}`, ui.view);
  return changes.map(({ id, change }) => `${name(id)} ${signed(change)}`).join(", ");
}

/** What the same line does with more trust, and with less. @param {Ui} ui @param {Timing | null} timing */
export function timingWords(ui, timing) {
  if (!timing) return "";
  const { trust, more, less } = timing;
  const part = (/** @type {string} */ key, /** @type {Timing["more"]} */ other) =>
    other ? ui.t(key, { at: other.at, does: effects(ui, other.does) }) : "";
  const lower = part(less?.at === 0 ? "timing-none" : "timing-less", less);
  return [ui.t("timing", { trust }), part("timing-more", more), lower].filter(Boolean).join(" ");
}

/** Where it turned. @param {Ui} ui @param {Review["turned"]} turned */
function turnedWords(ui, turned) {
  if (!turned) return ui.t("turned-none", ui.view);
  const went = turned.went.filter(({ first, last }) => first !== last);
  return `${ui.t("turned", turned)} ${journey(ui, went)}`;
}

/** Which line cost what. @param {Ui} ui @param {Review["cost"]} cost */
function costWords(ui, cost) {
  if (!cost) return ui.t("cost-none");
  const lost = cost.lost.length ? ui.t("cost-lost", { lost: effects(ui, cost.lost) }) : "";
  const longer = cost.longer ? ui.t("cost-longer", { minutes: cost.longer }) : "";
  return [ui.t("cost", cost), lost, longer].filter(Boolean).join(" ");
}

/** Three sentences about a play. @param {Ui} ui @param {Review} review @returns {string[]} */
export function reviewWords(ui, { turned, cost, instead }) {
  const other = instead ? ui.t("instead", instead) : ui.t("instead-none", ui.view);
  return [turnedWords(ui, turned), costWords(ui, cost), other];
}

/**
 * The three sentences, and a way back to the line at which something else could be tried.
 * @param {Ui} ui @param {Play & { review: Review }} play @param {(turns: number) => unknown} onback
 */
export function playWords(ui, play, onback) {
  const { instead } = play.review;
  const onclick = () => instead && onback(instead.turn);
  return h(
    "div",
    { class: "hk-panel hk-played" },
    h("h4", {}, ui.t("played")),
    h(
      "ul",
      {},
      reviewWords(ui, play.review).map((sentence) => h("li", {}, sentence)),
    ),
    instead && !play.earlier ? h("button", { type: "button", "data-key": "try-it", onclick }, ui.t("try-it")) : null,
  );
}

/** Who the client was today. @param {Ui} ui @param {NonNullable<Ending["person"]>} person */
export function whoToday(ui, { name }) {
  return ui.t("who-today", { client: ui.view.client, person: name });
}
