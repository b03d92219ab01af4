// @ts-check
import { moment } from "../../frontend/clock.js";
import { h, refill } from "../../frontend/dom.js";
import { mount } from "../../frontend/widget.js";

/**
 * @typedef {{ title: string, number: number, texts: number }} Part
 * @typedef {{ item: string, file: string }} View
 * @typedef {{ offered: string, parts: Part[], private: number, lines: string }} State
 * @typedef {import("../../frontend/types.js").Ui<View, State>} Ui
 * @typedef {import("../../frontend/types.js").Where<View, State>} Where
 */

/** Let the browser save a text as a file. @param {string} name @param {string} text */
function save(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: "application/jsonl" }));
  h("a", { href: address, download: name }).click();
  URL.revokeObjectURL(address);
}

/** @param {Ui} ui @param {Part[]} parts */
function inventory(ui, parts) {
  if (!parts.length) return h("p", { class: "hk-soft" }, ui.t("nothing-yet"));
  const row = (/** @type {Part} */ part) =>
    h(
      "tr",
      {},
      h("th", { scope: "row" }, part.title),
      h("td", {}, part.texts ? ui.t("with-texts", part) : String(part.number)),
    );
  const head = h("tr", {}, h("th", { scope: "col" }, ui.t("activity")), h("th", { scope: "col" }, ui.t("answers")));
  return h("table", {}, h("caption", {}, ui.t("what-goes")), h("thead", {}, head), h("tbody", {}, parts.map(row)));
}

/** @param {Ui} ui @param {State} state */
function content(ui, { offered, parts, private: hidden, lines }) {
  const offer = (/** @type {boolean} */ yes) => () => ui.send({ item: ui.view.item, kind: "share", value: yes });
  const when = offered && moment(offered, ui.root.lang, { dateStyle: "medium", timeStyle: "short" });
  const buttons = offered
    ? [
        h(
          "button",
          { type: "button", "data-key": "save", onclick: () => save(ui.view.file, lines) },
          ui.t("save-file"),
        ),
        h("button", { type: "button", "data-key": "offer", onclick: offer(false) }, ui.t("take-back")),
      ]
    : h(
        "button",
        { type: "button", class: "hk-primary", "data-key": "offer", disabled: !parts.length, onclick: offer(true) },
        ui.t("offer"),
      );
  return [
    h("p", {}, ui.t("explain")),
    inventory(ui, parts),
    h("p", {}, ui.t("stays", { hidden })),
    h("p", { role: "status" }, offered ? ui.t("offered", { when }) : ""),
    h("div", { class: "hk-row" }, buttons),
  ];
}

/** @param {Where} where */
function render(where) {
  return mount("share", where, (ui) => {
    ui.follow(() => refill(ui.body, content(ui, ui.state())));
    ui.refreshWhenSeen();
  });
}

export default { render };
