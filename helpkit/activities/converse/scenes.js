// @ts-check
// What is on the stage and beside it at each moment of an evening.
import { h } from "../../frontend/dom.js";
import { landing } from "./chair.js";
import { changes, journey } from "./meters.js";

/** @import { Child } from "../../frontend/types.js" */
/** @import { Hand } from "./hand.js" */
/** @import { Moment } from "./theatre.js" */
/** @import { Moments, Play, StageUi } from "./types.js" */

/** @typedef {StageUi} Ui */

/** @param {Ui} ui @param {string} key @param {() => unknown} onclick @param {boolean} [primary] */
function press(ui, key, onclick, primary = false) {
  return h(
    "button",
    { type: "button", "data-key": key, class: primary ? "hk-primary" : null, onclick },
    ui.t(key, ui.view),
  );
}

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

/** What is on the stage at each moment. @type {Parts<Moment>} */
export const scenes = {
  curtain: (ui, _play, hand) => ({
    curtain: "closed",
    levels: ui.view.start,
    meters: [],
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
  "hand-over": (_ui, play) => ({ curtain: "half", levels: play.seat.levels, meters: play.seat.meters }),
  landing: (_ui, play) => ({
    curtain: "open",
    levels: play.seat.levels,
    meters: play.seat.meters,
    speaker: "helper",
    line: play.seat.answer,
  }),
  ended: (ui, play) => ({
    curtain: "half",
    ...play.stand,
    card: h(
      "div",
      { class: `hk-final hk-final-${play.ending.kind}`, tabindex: "-1", "data-key": "ending" },
      h("strong", { class: "hk-kind" }, ui.t(`kind-${play.ending.kind}`)),
      h("p", {}, play.ending.says),
      play.ending.level ? h("p", { class: "hk-level" }, ui.t(play.ending.level, ui.view)) : null,
      h("p", { class: "hk-soft hk-small" }, journey(ui, play.ending.went)),
    ),
  }),
};

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

/** What stands beside the stage then. @type {Parts<Child>} */
export const beside = {
  curtain: () => [],
  speaking: (ui, play, hand) => [
    h("h4", {}, ui.t("your-turn", ui.view)),
    h(
      "ul",
      { class: "hk-answers" },
      play.now.choices.map(({ id, says }) =>
        h(
          "li",
          {},
          h(
            "button",
            { type: "button", class: "hk-answer", "data-key": `say-${id}`, onclick: () => hand.choose(id) },
            says,
          ),
        ),
      ),
    ),
  ],
  answered: (ui, play, hand) => {
    const { why, meters, felt } = play.turns[play.turns.length - 1];
    const reason = !play.two
      ? [h("p", {}, why), h("p", { class: "hk-soft hk-small" }, changes(ui, meters ?? []))]
      : [
          h("p", {}, ui.t("hand-back", ui.view)),
          felt ? h("p", {}, ui.t("it-landed", ui.view), " ", changes(ui, felt)) : null,
        ];
    return [
      h("div", { class: "hk-panel hk-why" }, reason.filter(Boolean)),
      h(
        "div",
        { class: "hk-row" },
        press(ui, "next", () => hand.next(), true),
      ),
    ];
  },
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
    unsaid(ui, play, hand),
    h(
      "div",
      { class: "hk-row hk-after" },
      play.seat ? press(ui, "take-chair", () => hand.takeChair(), true) : null,
      press(ui, "again", () => hand.start(false), !play.seat),
      press(ui, "again-two", () => hand.start(true)),
    ),
  ],
};
