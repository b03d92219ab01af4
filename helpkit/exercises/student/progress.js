// @ts-check
import { h } from "../../frontend/dom.js";

/** @import { Progress, Ui } from "../../frontend/types.js" */

/**
 * The parts of an exercise: what is answered and what they are worth; without a student, only that.
 * @param {Ui} ui @param {Progress[]} parts @param {boolean} known
 */
export function progress(ui, parts, known) {
  const line = (/** @type {Progress} */ part) =>
    h(
      "li",
      {},
      h("span", { class: "hk-part-title" }, part.title),
      known ? h("span", {}, part.of && part.done === part.of ? "✓ " : "", ui.t("done-of", part)) : null,
      h("span", {}, ui.t("points", part)),
    );
  const points = parts.reduce((sum, part) => sum + part.points, 0);
  return [
    h("h3", {}, ui.t("parts")),
    h(
      "ul",
      { class: "hk-parts-list" },
      parts.map(line),
      h("li", {}, h("strong", { class: "hk-part-title" }, ui.t("total")), h("strong", {}, ui.t("points", { points }))),
    ),
  ];
}
