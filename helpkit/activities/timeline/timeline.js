// @ts-check
import { h, mount } from "../../frontend/shared.js";
import { plot } from "../../frontend/charts/plot.js";

/** @typedef {{ id: string, lane: string, years: string, people: string, titles: string[], uncertain: string, note: string }} Entry */

/** @param {any} ui @param {Entry} entry */
function item(ui, { id, lane, years, people, titles, uncertain, note }) {
  // The titles stand in their own language, whatever the language of the lesson.
  const cited = titles.flatMap((title, index) => [index ? ", " : null, h("cite", { lang: "en" }, title)]);
  const doubt = uncertain ? [" ", h("span", { class: "hk-tag hk-uncertain" }, uncertain)] : [];
  return h(
    "li",
    { "data-key": id, tabindex: "-1" },
    h("p", {}, h("strong", {}, years), ` ${people} `, h("span", { class: "hk-tag" }, ui.t(`lane-${lane}`)), titles.length ? null : doubt),
    titles.length ? h("p", {}, cited, doubt) : null,
    h("p", { class: "hk-soft" }, note),
  );
}

/** @param {{ model: any, el: HTMLElement, host: any }} where */
function render(where) {
  return mount("timeline", where, (/** @type {any} */ ui) => {
    const list = h("ol", { class: "hk-works" }, ui.view.entries.map((/** @type {Entry} */ entry) => item(ui, entry)));
    const go = (/** @type {string} */ id) => list.querySelector(`[data-key="${CSS.escape(id)}"]`)?.focus();
    const picture = plot(ui, where.host, go);
    ui.body.append(h("div", { class: "hk-line" }, h("p", { class: "hk-soft" }, ui.t("legend")), picture.node), h("h4", {}, ui.t("list")), list);
    picture.draw(ui.view.figure, ui.view.title);
    return picture.stop;
  });
}

export default { render };
