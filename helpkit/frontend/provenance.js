// @ts-check
import { h } from "./dom.js";

/** @import { Sourced } from "./types.js" */

/**
 * @typedef {Sourced} View
 * @typedef {unknown} State
 * @typedef {import("./types.js").Ui<View, State>} Ui
 */

/** Where a model comes from, and what it leaves out. @param {Ui} ui */
export function provenance(ui) {
  const { origins, says, leaves_out: out } = ui.view.provenance;
  const tag = (/** @type {string} */ origin) => h("span", { class: "hk-tag" }, ui.t(`origin-${origin}`));
  return h(
    "details",
    { class: "hk-provenance" },
    h(
      "summary",
      {},
      ui.t("provenance"),
      origins.map((origin) => [" ", tag(origin)]),
    ),
    h("p", {}, says),
    h("p", {}, h("strong", {}, ui.t("leaves-out")), " ", out),
  );
}
