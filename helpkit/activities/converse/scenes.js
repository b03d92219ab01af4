// @ts-check
// What is on the stage at each moment of an evening.
import { h } from "../../frontend/dom.js";
import { press } from "./beside.js";
import { endingIcon } from "./ending_sign.js";
import { journey } from "./meters.js";
import { whoToday } from "./play_words.js";

/** @import { Hand } from "./hand.js" */
/** @import { Moment } from "./theatre.js" */
/** @import { Ending, Moments, Play, StageUi } from "./types.js" */

/** @typedef {StageUi} Ui */

/**
 * Something for each moment, made of the play as it must be then.
 * @template Made
 * @typedef {{ [Moment in keyof Moments]: (ui: Ui, play: Moments[Moment], hand: Hand) => Made }} Parts
 */

/**
 * The part for a moment; who names the moment has looked at the play.
 * @template Made @param {Parts<Made>} parts @param {keyof Moments} moment
 */
export function partAt(parts, moment) {
  return /** @type {(ui: Ui, play: Play | null, hand: Hand) => Made} */ (parts[moment]);
}

/** Who was met, and how many people were met so far. @param {Ui} ui @param {Ending} ending */
function revealed(ui, { person }) {
  if (!person) return null;
  const { met, people } = ui.state().map;
  return h(
    "div",
    { class: "hk-reveal-who" },
    h("p", {}, h("strong", {}, whoToday(ui, person)), " ", person.reveal),
    ui.view.counts ? null : h("p", { class: "hk-soft hk-small" }, ui.t("people-met", { ...ui.view, met, people })),
  );
}

/** What is on the stage at each moment. @type {Parts<Moment>} */
export const scenes = {
  curtain: (ui, _play, hand) => ({
    curtain: "closed",
    levels: ui.view.start,
    meters: [],
    clock: null,
    card: h(
      "div",
      {},
      h("h4", {}, ui.view.scene),
      h("p", {}, ui.view.setting),
      h(
        "div",
        { class: "hk-row" },
        press(ui, "raise", () => hand.start(false), true),
        press(ui, "raise-two", () => hand.start(true)),
      ),
    ),
  }),
  speaking: (_ui, play) => ({ curtain: "open", ...play.stand, speaker: "client", line: play.now.says }),
  answered: (_ui, play) => ({
    curtain: "open",
    ...play.heard,
    changes: true,
    speaker: "helper",
    line: play.turns[play.turns.length - 1].answer,
  }),
  "hand-over": (_ui, play) => ({ curtain: "half", ...play.seat }),
  landing: (_ui, play) => ({
    curtain: "open",
    ...play.seat,
    speaker: "helper",
    line: play.seat.answer,
  }),
  ended: (ui, play) => ({
    curtain: "half",
    ...play.stand,
    card: h(
      "div",
      { class: `hk-final hk-final-${play.ending.kind}`, tabindex: "-1", "data-key": "ending" },
      h("strong", { class: "hk-kind" }, endingIcon(play.ending.kind), ui.t(`kind-${play.ending.kind}`)),
      h("p", {}, play.ending.says),
      play.ending.level ? h("p", { class: "hk-level" }, ui.t(play.ending.level, ui.view)) : null,
      revealed(ui, play.ending),
      h("p", { class: "hk-soft hk-small" }, journey(ui, play.ending.went)),
    ),
  }),
};
