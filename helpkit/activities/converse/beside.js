// @ts-check
// What stands beside the stage at each moment of an evening.
import { h } from "../../frontend/dom.js";
import { landing } from "./chair.js";
import { took } from "./clock_left.js";
import { changes } from "./meters.js";
import { playWords, timingWords } from "./play_words.js";

/** @import { Child } from "../../frontend/types.js" */
/** @import { Hand } from "./hand.js" */
/** @import { Parts } from "./scenes.js" */
/** @import { Answer, Moments, Play, StageUi, Turn } from "./types.js" */

/** @typedef {StageUi} Ui */

/** @param {Ui} ui @param {string} key @param {() => unknown} onclick @param {boolean} [primary] @param {string} [text] */
export function press(ui, key, onclick, primary = false, text = key) {
  return h(
    "button",
    { type: "button", "data-key": key, class: primary ? "hk-primary" : null, onclick },
    ui.t(text, ui.view),
  );
}

/** That a play cannot go on, because the scene has been rewritten. @param {Ui} ui @param {Play} play */
function earlier(ui, play) {
  return play.earlier ? h("p", { class: "hk-panel hk-earlier" }, ui.t("earlier")) : null;
}

/** In an exercise it is always the same person; in an earlier version there was one only. @param {Ui} ui @param {Play} play */
function againText({ view }, { earlier }) {
  return view.people > 1 && !view.counts && !earlier ? "again-other" : "again";
}

/** What the client kept back, once it may be told. @param {Ui} ui @param {Moments["ended"]} play @param {Hand} hand */
function unsaid(ui, play, hand) {
  const { left, told: texts } = play.unsaid;
  const parts = texts ?? [];
  const invitation =
    texts === null && left > 0
      ? [h("p", {}, ui.t("unsaid-left", { ...ui.view, left })), press(ui, "unsaid-show", () => hand.tellAll())]
      : null;
  const list =
    parts.length > 1
      ? h(
          "ul",
          {},
          parts.map((text) => h("li", {}, text)),
        )
      : h("p", {}, parts[0] ?? ui.t("unsaid-nothing", ui.view));
  return h(
    "div",
    { class: "hk-panel", tabindex: "-1", "data-key": "unsaid" },
    h("h4", {}, ui.t("hidden", ui.view)),
    invitation ?? list,
  );
}

/** One thing to say; how long it takes is part of its name. @param {Ui} ui @param {Answer} answer @param {Hand} hand */
function answer(ui, { id, says, minutes }, hand) {
  const onclick = () => hand.choose(id);
  const time = minutes === null ? null : [" ", h("span", { class: "hk-minutes" }, ui.t("takes", { minutes }))];
  return h(
    "li",
    {},
    h("button", { type: "button", class: "hk-answer", "data-key": `say-${id}`, onclick }, h("span", {}, says), time),
  );
}

/** Why an answer did what it did, or how it landed. @param {Ui} ui @param {Play} play @param {Turn} turn */
function reason(ui, play, { why, meters, felt, timing, clock }) {
  const time = took(ui, clock);
  if (!play.two)
    return [
      h("p", {}, why),
      timing && h("p", {}, timingWords(ui, timing)),
      h("p", { class: "hk-soft hk-small" }, changes(ui, meters ?? []), " ", time),
    ];
  return [
    h("p", {}, ui.t("hand-back", ui.view)),
    felt && h("p", {}, ui.t("it-landed", ui.view), " ", changes(ui, felt)),
    time && h("p", { class: "hk-soft hk-small" }, time),
  ];
}

/** @type {Parts<Child>} */
export const beside = {
  curtain: () => [],
  speaking: (ui, play, hand) =>
    play.earlier
      ? [earlier(ui, play), press(ui, "again", () => hand.start(false), true, againText(ui, play))]
      : [
          h("h4", {}, ui.t("your-turn", ui.view)),
          h(
            "ul",
            { class: "hk-answers" },
            play.now.choices.map((choice) => answer(ui, choice, hand)),
          ),
        ],
  answered: (ui, play, hand) => [
    h("div", { class: "hk-panel hk-why" }, reason(ui, play, play.turns[play.turns.length - 1])),
    h(
      "div",
      { class: "hk-row" },
      press(ui, "next", () => hand.next(), true),
    ),
  ],
  "hand-over": (ui, _play, hand) => [
    h("h4", {}, ui.t("hand-over", ui.view)),
    h("p", {}, ui.t("hand-over-what", ui.view)),
    press(ui, "seated", () => hand.sit(), true),
  ],
  landing: (ui, play, hand) => [
    h("h4", {}, ui.t("in-the-chair", { ...ui.view, number: play.seat.number, of: play.seat.of })),
    h("p", { class: "hk-soft" }, ui.t("you-said", { line: play.seat.says })),
    landing(ui, `${play.number}.${play.seat.number}`, (felt) => hand.land(felt)),
  ],
  ended: (ui, play, hand) => [
    earlier(ui, play),
    playWords(ui, play, (turns) => hand.back(turns)),
    unsaid(ui, play, hand),
    h(
      "div",
      { class: "hk-row hk-after" },
      press(ui, "again", () => hand.start(false), true, againText(ui, play)),
      play.seat ? press(ui, "take-chair", () => hand.takeChair()) : null,
      press(ui, "again-two", () => hand.start(true)),
    ),
  ],
};
