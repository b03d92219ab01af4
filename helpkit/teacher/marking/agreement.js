// @ts-check
import { h, refill } from "../../frontend/dom.js";
import { mount } from "../../frontend/widget.js";

/**
 * @typedef {{ name: string, texts: number, same: string, near: string, alpha: string,
 *   means: Record<string, string> }} Row
 * @typedef {{ text: string, number: number, name: string, low: string, high: string }} Difference
 * @typedef {{ open: string }} View
 * @typedef {{ rows: Row[], apart: Difference[] }} State
 * @typedef {import("../../frontend/types.js").Ui<View, State>} Ui
 * @typedef {import("../../frontend/types.js").Where<View, State>} Where
 */

/** So many differences are listed. */
const LISTED = 10;

/** @param {Ui} ui @param {State} state */
function table(ui, { rows }) {
  const markers = [...new Set(rows.flatMap((row) => Object.keys(row.means)))].sort();
  const head = ["criterion", "texts", "same", "near", "alpha"].map((key) => ui.t(key));
  const means = markers.map((marker) => ui.t("mean", { marker }));
  const cells = (/** @type {Row} */ row) => [
    row.texts,
    row.same,
    row.near,
    row.alpha,
    ...markers.map((marker) => row.means[marker] ?? "–"),
  ];
  const line = (/** @type {Row} */ row) =>
    h(
      "tr",
      {},
      h("th", { scope: "row" }, row.name),
      cells(row).map((cell) => h("td", {}, String(cell))),
    );
  return h(
    "div",
    { class: "hk-overview", role: "group", tabindex: "0", "aria-label": ui.t("caption") },
    h(
      "table",
      {},
      h("caption", {}, ui.t("caption")),
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          [...head, ...means].map((text) => h("th", { scope: "col" }, text)),
        ),
      ),
      h("tbody", {}, rows.map(line)),
    ),
  );
}

/** Where markers differ, each with the way to its text. @param {Ui} ui @param {Difference[]} apart */
function differences(ui, apart) {
  if (!apart.length) return null;
  const open = (/** @type {string} */ text) => async () => {
    await ui.send({ item: ui.view.open, kind: "answer", value: text });
    /** @type {HTMLElement | null} */ (document.querySelector(".hk-reading [data-key='text']"))?.focus();
  };
  const item = (/** @type {Difference} */ difference) => {
    const sentence = ui.t("differs", difference);
    return h(
      "li",
      {},
      sentence,
      " ",
      h(
        "button",
        {
          type: "button",
          "data-key": `open-${difference.text}-${difference.name}`,
          "aria-label": `${ui.t("open")}: ${sentence}`,
          onclick: open(difference.text),
        },
        ui.t("open"),
      ),
    );
  };
  const more = apart.length - LISTED;
  return [
    h("h4", {}, ui.t("apart")),
    h("ul", {}, apart.slice(0, LISTED).map(item)),
    more > 0 ? h("p", { class: "hk-soft" }, ui.t("more", { more })) : null,
  ];
}

/** @param {Ui} ui */
function content(ui) {
  const state = ui.state();
  if (!state.rows.length) return h("p", {}, ui.t("alone"));
  return [table(ui, state), h("p", { class: "hk-soft hk-small" }, ui.t("alpha-means")), differences(ui, state.apart)];
}

/** @param {Where} where */
function render(where) {
  return mount("agreement", where, (ui) => {
    ui.follow(() => refill(ui.body, content(ui)));
    ui.refreshWhenSeen();
  });
}

export default { render };
