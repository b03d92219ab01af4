// @ts-check
import { moment } from "../../frontend/clock.js";
import { h, refill } from "../../frontend/dom.js";
import { greet } from "../../frontend/head.js";
import { notebookLink } from "../../frontend/notebook_link.js";
import { mount } from "../../frontend/widget.js";

/**
 * @typedef {{ folder: string, file: string }} View
 * @typedef {{ kept: number, last: string, told: string[] }} State
 * @typedef {import("../../frontend/types.js").Ui<View, State>} Ui
 * @typedef {import("../../frontend/types.js").Where<View, State>} Where
 */

/** @param {Ui} ui @param {{ kept: number, last: string, told: string[] }} state */
function content(ui, { kept, last, told: notices }) {
  const when = last ? moment(last, ui.root.lang, { dateStyle: "full", timeStyle: "short" }) : "";
  return [
    h("p", {}, kept ? ui.t("welcome-back", { kept, when }) : ui.t("welcome")),
    notices.map((text) => h("p", { class: "hk-problem", role: "alert" }, text)),
    h("p", { class: "hk-soft hk-small" }, ui.t("folder"), " ", h("code", {}, ui.view.folder)),
    otherLanguage(ui),
  ];
}

/** @param {Ui} ui */
function otherLanguage(ui) {
  const { file } = ui.view;
  const lang = ui.t("other-lang");
  const [before, after] = ui.t("other-language").split("{file}");
  const link = h("a", notebookLink(ui, `../${lang}/${file}`), file);
  return h("p", { class: "hk-other-language hk-soft hk-small", lang }, before, link, after);
}

/** @param {Where} where */
function render(where) {
  return mount("start", where, (ui) => {
    ui.follow(() => refill(ui.body, content(ui, ui.state())));
    greet(where.model, ui.root);
  });
}

export default { render };
