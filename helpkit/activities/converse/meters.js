// @ts-check
import { h } from "../../frontend/dom.js";

/** @import { Meter, StageUi, Way } from "./types.js" */

/** @typedef {StageUi} Ui */

const MAX = 10;

/** A change with its sign; nought has none. @param {number} change */
export function signed(change) {
  return `${change > 0 ? "+" : ""}${change}`.replace("-", "\u2212");
}

/** The name of a meter. @param {Ui} ui @param {string} id */
export function meterName(ui, id) {
  return ui.t(`meter-${id}`, { client: ui.view.client, helper: ui.view.helper });
}

/** How meters moved, in one sentence. @param {Ui} ui @param {Meter[]} meters */
export function changes(ui, meters) {
  return meters
    .map(({ id, value, change }) => ui.t("moved", { meter: meterName(ui, id), value, change: signed(change) }))
    .join(" ");
}

/**
 * From where to where they went in the whole play.
 * @param {Ui} ui @param {Way[]} all
 */
export function journey(ui, all) {
  return all
    .map(({ id, first, last }) =>
      ui.t(first === last ? "went-stayed" : "went-moved", { meter: meterName(ui, id), first, last }),
    )
    .join(" ");
}

/** Below whom they belong: the client on the left, the helper on the right, trust in between. */
export const METERS = ["client", "trust", "helper"];

/**
 * The meters below the two: each its name, its number, its bar, and what the last line did to it.
 * @param {Ui} ui
 */
export function meters(ui) {
  const made = Object.fromEntries(METERS.map((id) => [id, meter(ui, id)]));
  return {
    node: h(
      "div",
      { class: "hk-meters", role: "group", "aria-label": ui.t("meters") },
      METERS.map((id) => made[id].node),
    ),
    /** @param {Meter[]} now @param {boolean} changes whether the last change is told */
    show: (now, changes) => {
      for (const id of METERS)
        made[id].show(
          now.find((meter) => meter.id === id),
          changes,
        );
    },
  };
}

/** One of them; its bar stays in the page, so that it can be seen to move. @param {Ui} ui @param {string} id */
function meter(ui, id) {
  const number = h("span", { class: "hk-meter-number" });
  const bar = h("span", { class: "hk-meter-bar", "aria-hidden": "true" }, h("span", {}));
  const node = h(
    "div",
    { class: `hk-meter hk-meter-${id}` },
    h("span", { class: "hk-meter-name" }, meterName(ui, id)),
    number,
    bar,
  );
  return {
    node,
    /** @param {Meter | undefined} now @param {boolean} changes */
    show: (now, changes) => {
      node.hidden = !now;
      if (!now) return;
      bar.style.setProperty("--hk-level", String(now.value / MAX));
      const way = now.change > 0 ? "up" : now.change < 0 ? "down" : "same";
      const change = changes ? h("span", { class: `hk-change hk-${way}` }, signed(now.change)) : null;
      number.replaceChildren(h("strong", {}, String(now.value)), ...(change ? [" ", change] : []));
    },
  };
}
