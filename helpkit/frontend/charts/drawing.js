// @ts-check
import { h, refill } from "../shared.js";
import { plot, twin } from "./plot.js";

/**
 * A picture with its sentences, and its table one click away.
 * @param {any} ui @param {any} host @param {(key: string) => void} [onpick] a click on a mark
 */
export function drawing(ui, host, onpick = () => {}) {
  const nothing = () => {};
  const picture = plot(ui, host, onpick);
  const words = h("div", { class: "hk-words" });
  const table = h("div", {});
  const node = h(
    "div",
    { class: "hk-drawing" },
    words,
    picture.node,
    h("details", {}, h("summary", {}, ui.t("table")), table),
  );
  return {
    node,
    show: () => {
      const one = ui.state().picture;
      picture.draw(one.figure, one.name);
      refill(words, one.sentences.map((/** @type {string} */ text) => h("p", {}, text)));
      refill(table, twin(one, { onpick: nothing }));
    },
    stop: picture.stop,
  };
}
