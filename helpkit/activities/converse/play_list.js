// @ts-check
import { h } from "../../frontend/dom.js";

/** @import { Listed, StageUi, State } from "./types.js" */

/** @typedef {StageUi} Ui */

/** How a play ended and where the meters stood. @param {Ui} ui @param {Listed} play */
function summary(ui, play) {
  const kind = ui.t(play.kind ? `kind-${play.kind}` : "not-over");
  return ui.t(play.two ? "play-two" : "play-alone", { ...play, kind });
}

/** Who the client was, once that may be said. @param {Ui} ui @param {Listed} play */
export function whoWas(ui, { person }) {
  return person ? ui.t("who-was", { client: ui.view.client, person: person.name }) : "";
}

/**
 * Every play so far, to look at again.
 * @param {Ui} ui @param {State} state @param {(number: number) => unknown} onlook
 */
export function playList(ui, state, onlook) {
  const entry = (/** @type {Listed} */ play) => {
    const attributes = {
      type: "button",
      "data-key": `look-${play.number}`,
      "aria-pressed": String(play.number === state.play?.number),
      onclick: () => onlook(play.number),
    };
    const words = [summary(ui, play), whoWas(ui, play), play.earlier ? ui.t("earlier-short") : ""];
    return h("li", {}, h("button", attributes, words.filter(Boolean).join(" ")));
  };
  return h("div", {}, h("h4", {}, ui.t("plays")), h("ul", { class: "hk-plays" }, state.plays.map(entry)));
}
