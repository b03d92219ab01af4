// @ts-check
import { h } from "../../frontend/dom.js";
import { signed } from "./meters.js";

/** @import { Clock, StageUi } from "./types.js" */

/** @typedef {StageUi} Ui */

/** What the last line took and what is left, in one sentence. @param {Ui} ui @param {Clock | null} clock */
export function took(ui, clock) {
  if (!clock) return "";
  return ui.t(clock.took ? "took" : "took-none", clock);
}

/** The minutes that are left: a name, a number and a bar; nothing where time does not run. @param {Ui} ui */
export function clockLeft(ui) {
  const words = h("strong", {});
  const change = h("span", { class: "hk-change hk-down" });
  const bar = h("span", { class: "hk-meter-bar", "aria-hidden": "true" }, h("span", {}));
  const node = h("div", { class: "hk-clock" }, h("span", {}, ui.t("clock-name")), words, change, bar);
  return {
    node,
    /** @param {Clock | null | undefined} clock @param {boolean} changes whether the last change is shown */
    show: (clock, changes) => {
      node.hidden = !clock;
      if (!clock) return;
      words.textContent = ui.t("clock", clock);
      change.textContent = signed(-clock.took);
      change.hidden = !changes || clock.took === 0;
      bar.style.setProperty("--hk-level", String(clock.of && clock.left / clock.of));
      bar.style.setProperty("--hk-minutes", String(clock.of));
    },
  };
}
