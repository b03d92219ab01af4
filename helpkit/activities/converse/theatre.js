// @ts-check
import { h, refill } from "../../frontend/dom.js";
import { figures } from "./figures.js";
import { clockLeft } from "./clock_left.js";
import { meters } from "./meters.js";

/** @import { Clock, Levels, Meter, StageUi } from "./types.js" */

/** @typedef {StageUi} Ui */

/**
 * @typedef {{ curtain: "closed" | "open" | "half", levels: Levels, meters: Meter[], clock: Clock | null, changes?: boolean,
 *   speaker?: "client" | "helper", line?: string, card?: HTMLElement }} Moment
 */

/**
 * What one of the two says, in words that wrap.
 * @param {Ui} ui @param {"client" | "helper"} speaker @param {string} line
 */
function bubble(ui, speaker, line) {
  return h(
    "div",
    { class: `hk-bubble hk-from-${speaker}`, tabindex: "-1", "data-key": "line" },
    h("strong", { class: "hk-speaker" }, ui.view[speaker]),
    h("p", { class: "hk-line" }, line),
  );
}

/** An empty bubble as high as the longest one of the scene. @param {Ui} ui */
function room(ui) {
  return h(
    "div",
    { class: "hk-bubble hk-room", "aria-hidden": "true" },
    h("strong", { class: "hk-speaker" }, "n"),
    h("p", { class: "hk-line" }, ui.view.longest),
  );
}

/** The house: curtains, a place for words, the two on the floor, and the meters on its edge. @param {Ui} ui */
export function theatre(ui) {
  const people = figures(ui.view);
  const gauges = meters(ui);
  const clock = clockLeft(ui);
  const words = h("div", { class: "hk-air" });
  const edge = h("div", { class: "hk-edge" }, clock.node, gauges.node);
  const scenery = h("div", { class: "hk-scenery" }, words, people.node);
  const curtains = [
    h("div", { class: "hk-curtain hk-left" }),
    h("div", { class: "hk-curtain hk-right" }),
    h("div", { class: "hk-valance" }),
  ];
  const poster = h("div", { class: "hk-poster" });
  const node = h("div", { class: "hk-theatre" }, h("div", { class: "hk-house" }, scenery, curtains, poster), edge);
  let spoken = "";
  return {
    node,
    /** @param {Moment} now */
    show: (now) => {
      const said = now.line ? `${now.speaker} ${now.line}` : "";
      node.dataset.curtain = now.curtain;
      edge.hidden = now.curtain === "closed";
      // While they talk there is room for the longest line, so that nothing below moves with each of them.
      const talking = now.curtain === "open" ? room(ui) : null;
      refill(
        words,
        talking,
        now.curtain !== "closed" && now.speaker && now.line ? bubble(ui, now.speaker, now.line) : null,
        now.curtain === "closed" ? null : now.card,
      );
      refill(poster, now.curtain === "closed" ? now.card : null);
      people.show(now.levels, now.speaker ?? null, said !== spoken);
      gauges.show(now.meters, Boolean(now.changes));
      clock.show(now.clock, Boolean(now.changes));
      spoken = said;
    },
  };
}
