// @ts-check
import { h } from "../../frontend/shared.js";

/**
 * The parts of an exercise: what is answered and what they are worth; without a student, only that.
 * @param {any} ui @param {any[]} parts @param {boolean} known
 */
export function progress(ui, parts, known) {
  const line = (/** @type {any} */ one) =>
    h(
      "li",
      {},
      h("span", { class: "hk-part-title" }, one.title),
      known ? h("span", {}, one.of && one.done === one.of ? "✓ " : "", ui.t("done-of", one)) : null,
      h("span", {}, ui.t("points", one)),
    );
  const points = parts.reduce((sum, one) => sum + one.points, 0);
  return [
    h("h3", {}, ui.t("parts")),
    h("ul", { class: "hk-parts-list" }, parts.map(line), h("li", {}, h("strong", { class: "hk-part-title" }, ui.t("total")), h("strong", {}, ui.t("points", { points })))),
  ];
}
