// @ts-check
import { h } from "./shared.js";

/**
 * The parts of an exercise: what is answered and what they are worth; without a student, only that.
 * @param {any} ui @param {any[]} parts @param {boolean} known
 */
export function progress(ui, parts, known) {
  const heads = ["part", "points"].map((key) => h("th", { scope: "col" }, ui.t(key)));
  if (known) heads.splice(1, 0, h("th", { scope: "col" }, ui.t("answered")));
  const row = (/** @type {any} */ one) =>
    h(
      "tr",
      {},
      h("th", { scope: "row" }, one.title),
      known ? h("td", {}, one.of && one.done === one.of ? "✓ " : "", ui.t("done-of", one)) : null,
      h("td", {}, String(one.points)),
    );
  const total = parts.reduce((sum, { points }) => sum + points, 0);
  const foot = h("tr", {}, h("th", { scope: "row", colspan: known ? 2 : 1 }, ui.t("total")), h("td", {}, String(total)));
  return h("table", { class: "hk-parts-table" }, h("caption", {}, ui.t("parts")), h("thead", {}, h("tr", {}, heads)), h("tbody", {}, parts.map(row)), h("tfoot", {}, foot));
}
