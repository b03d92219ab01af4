// @ts-check
import { h, mount, refill } from "../../frontend/shared.js";
import { greet } from "../../frontend/head.js";

/** A moment in the learner's own time and words. @param {string} at UTC @param {string} language */
export function moment(at, language) {
  return new Intl.DateTimeFormat(language, { dateStyle: "full", timeStyle: "short" }).format(new Date(at));
}

/** @param {any} ui @param {{ kept: number, last: string, told: string[] }} state */
function content(ui, { kept, last, told }) {
  const when = last ? moment(last, ui.root.lang) : "";
  return [
    h("p", {}, kept ? ui.t("welcome-back", { kept, when }) : ui.t("welcome")),
    told.map((text) => h("p", { class: "hk-problem", role: "alert" }, text)),
    h("p", { class: "hk-soft hk-small" }, ui.t("folder"), " ", h("code", {}, ui.view.folder)),
    h("p", { class: "hk-soft hk-small", lang: ui.t("other-lang") }, ui.t("other-language", ui.view)),
  ];
}

/** @param {{ model: any, el: HTMLElement }} where */
function render(where) {
  return mount("start", where, (ui) => {
    ui.follow(() => refill(ui.body, content(ui, ui.state())));
    greet(where.model, ui.root);
  });
}

export default { render };
