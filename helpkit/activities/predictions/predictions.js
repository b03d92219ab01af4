// @ts-check
import { h, mount, refill } from "../../frontend/shared.js";
import { drawing } from "../../frontend/charts/drawing.js";

/** How a guess came out; one for fun is neither right nor wrong. @param {any} row */
export function outcome({ answer, counts, hit }) {
  if (answer === null) return "open";
  if (!counts) return "for-fun";
  return hit ? "hit" : "miss";
}

/** One guess: what was asked, what was said, and what it was. @param {any} ui @param {any} row */
function entry(ui, row) {
  const mark = outcome(row);
  return h(
    "li",
    { class: `hk-entry hk-${mark}` },
    h("p", { class: "hk-asked" }, row.question),
    h("p", {}, ui.t(row.words ? "said" : "said-for-fun", row), " ", mark === "open" ? ui.t("not-looked") : ui.t("was", row), " ", h("span", { class: "hk-tag" }, ui.t(mark))),
  );
}

/** @param {any} ui */
function ledger(ui) {
  const { rows, done } = ui.state();
  if (!rows.length) return h("p", { class: "hk-panel" }, ui.t("nothing-yet"));
  const more = ui.view.enough - done;
  return [
    h("ul", { class: "hk-entries" }, rows.map((/** @type {any} */ row) => entry(ui, row))),
    more > 0 ? h("p", { class: "hk-panel" }, ui.t(more === 1 ? "one-more" : "more", { more })) : null,
  ];
}

/** @param {{ model: any, el: HTMLElement, host: any }} where */
function render(where) {
  return mount("predictions", where, (/** @type {any} */ ui) => {
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
