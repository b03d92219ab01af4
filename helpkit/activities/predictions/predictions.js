// @ts-check
import { h, refill } from "../../frontend/dom.js";
import { drawing } from "../../frontend/charts/drawing.js";
import { mount } from "../../frontend/widget.js";

/** @import { Picture } from "../../frontend/types.js" */

/**
 * @typedef {{ question: string, guess: number, counts: boolean, words: string, answer: number | null,
 *   hit: boolean }} Row
 * @typedef {{ enough: number }} View
 * @typedef {{ rows: Row[], done: number, picture: Picture | null }} State
 * @typedef {import("../../frontend/types.js").Ui<View, State>} Ui
 * @typedef {import("../../frontend/types.js").Where<View, State>} Where
 */

/** How a guess came out; one for fun is neither right nor wrong. @param {Row} row */
export function outcome({ answer, counts, hit }) {
  if (answer === null) return "open";
  if (!counts) return "for-fun";
  return hit ? "hit" : "miss";
}

/** One guess: what was asked, what was said, and what it was. @param {Ui} ui @param {Row} row */
function entry(ui, row) {
  const mark = outcome(row);
  return h(
    "li",
    { class: `hk-entry hk-${mark}` },
    h("p", { class: "hk-asked" }, row.question),
    h(
      "p",
      {},
      ui.t(row.words ? "said" : "said-for-fun", row),
      " ",
      mark === "open" ? ui.t("not-looked") : ui.t("was", row),
      " ",
      h("span", { class: "hk-tag" }, ui.t(mark)),
    ),
  );
}

/** @param {Ui} ui */
function ledger(ui) {
  const { rows, done } = ui.state();
  if (!rows.length) return h("p", { class: "hk-panel" }, ui.t("nothing-yet"));
  const more = ui.view.enough - done;
  return [
    h(
      "ul",
      { class: "hk-entries" },
      rows.map((row) => entry(ui, row)),
    ),
    more > 0 ? h("p", { class: "hk-panel" }, ui.t(more === 1 ? "one-more" : "more", { more })) : null,
  ];
}

/** @param {Where} where */
function render(where) {
  return mount("predictions", where, (ui) => {
    const list = h("div", {});
    const shown = drawing(ui, where.host);
    ui.body.append(list, shown.node);
    ui.follow(() => {
      refill(list, ledger(ui));
      shown.node.hidden = !ui.state().picture;
      if (ui.state().picture) shown.show();
    });
    ui.refreshWhenSeen();
    return shown.stop;
  });
}

export default { render };
