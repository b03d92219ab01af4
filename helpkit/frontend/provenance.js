// @ts-check
import { h } from "./shared.js";

/** Where a model comes from, and what it leaves out. @param {any} ui */
export function provenance(ui) {
  const { origins, says, leaves_out: out } = ui.view.provenance;
  const tag = (/** @type {string} */ one) => h("span", { class: "hk-tag" }, ui.t(`origin-${one}`));
  return h(
    "details",
    { class: "hk-provenance" },
    h("summary", {}, ui.t("provenance"), origins.map((/** @type {string} */ one) => [" ", tag(one)])),
    h("p", {}, says),
    h("p", {}, h("strong", {}, ui.t("leaves-out")), " ", out),
  );
}
