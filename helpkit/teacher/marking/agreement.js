// @ts-check
import { h, mount, refill } from "../../frontend/shared.js";

/** So many differences are listed. */
const LISTED = 10;

/** @param {any} ui @param {any} state */
function table(ui, { rows }) {
  const markers = [...new Set(rows.flatMap((/** @type {any} */ row) => Object.keys(row.means)))].sort();
  const head = ["criterion", "texts", "same", "near", "alpha"].map((key) => ui.t(key));
  const means = markers.map((marker) => ui.t("mean", { marker }));
  const cells = (/** @type {any} */ row) => [row.texts, row.same, row.near, row.alpha, ...markers.map((marker) => row.means[marker] ?? "–")];
  const line = (/** @type {any} */ row) => h("tr", {}, h("th", { scope: "row" }, row.name), cells(row).map((cell) => h("td", {}, String(cell))));
  return h(
    "div",
    { class: "hk-table", role: "group", tabindex: "0", "aria-label": ui.t("caption") },
    h("table", {}, h("caption", {}, ui.t("caption")), h("thead", {}, h("tr", {}, [...head, ...means].map((text) => h("th", { scope: "col" }, text)))), h("tbody", {}, rows.map(line))),
  );
}

/** Where markers differ, each with the way to its text. @param {any} ui @param {any[]} apart */
function differences(ui, apart) {
  if (!apart.length) return null;
  const open = (/** @type {string} */ text) => async () => {
    await ui.send({ item: ui.view.open, kind: "answer", value: text });
    /** @type {HTMLElement | null} */ (document.querySelector(".hk-reading [data-key='text']"))?.focus();
  };
  const item = (/** @type {any} */ one) => {
    const told = ui.t("differs", one);
    return h("li", {}, told, " ", h("button", { type: "button", "data-key": `open-${one.text}-${one.name}`, "aria-label": `${ui.t("open")}: ${told}`, onclick: open(one.text) }, ui.t("open")));
  };
  const more = apart.length - LISTED;
  return [h("h4", {}, ui.t("apart")), h("ul", {}, apart.slice(0, LISTED).map(item)), more > 0 ? h("p", { class: "hk-soft" }, ui.t("more", { more })) : null];
}

/** @param {any} ui */
function content(ui) {
  const state = ui.state();
  if (!state.rows.length) return h("p", {}, ui.t("alone"));
  return [table(ui, state), h("p", { class: "hk-soft hk-small" }, ui.t("alpha-means")), differences(ui, state.apart)];
}

/** @param {{ model: any, el: HTMLElement }} where */
function render(where) {
  return mount("agreement", where, (ui) => {
    ui.follow(() => refill(ui.body, content(ui)));
    ui.refreshWhenSeen();
  });
}

export default { render };
