// @ts-check
import { h, refill } from "../dom.js";
import { plot, twin } from "./plot.js";

/** @import { Host, Picture, Ui } from "../types.js" */

const nothing = () => {};

/**
 * A picture with its sentences, and its table one click away; `show` when the state has one.
 * @param {Ui<any, { picture: Picture | null }>} ui @param {Host} host @param {(key: string) => void} [onpick] a click on a mark
 */
export function drawing(ui, host, onpick = nothing) {
  const picture = plot(ui, host, onpick);
  const words = h("div", { class: "hk-words" });
  const table = h("div", {});
  const details = h("details", {}, h("summary", {}, ui.t("table")), table);
  const node = h("div", { class: "hk-drawing" }, words, picture.node, details);
  const show = () => {
    const shown = /** @type {Picture} */ (ui.state().picture);
    const sentences = shown.sentences.map((text) => h("p", {}, text));
    picture.draw(shown.figure, shown.name);
    refill(words, sentences);
    refill(table, twin(shown, { onpick: nothing }));
  };
  return { node, show, stop: picture.stop };
}
