// @ts-check
import { focusOn, h } from "../../frontend/dom.js";
import { plot } from "../../frontend/charts/plot.js";
import { mount } from "../../frontend/widget.js";

/** @import { Figure } from "../../frontend/types.js" */

/**
 * @typedef {{ entries: Entry[], figure: Figure }} View
 * @typedef {{}} State
 * @typedef {import("../../frontend/types.js").Ui<View, State>} Ui
 * @typedef {import("../../frontend/types.js").Where<View, State>} Where
 */

/**
 * @typedef {{ id: string, lane: string, years: string, people: string, titles: string[], uncertain: string,
 *   note: string }} Entry
 */

/** @param {Ui} ui @param {Entry} entry */
function item(ui, { id, lane, years, people, titles, uncertain, note }) {
  // The titles stand in their own language, whatever the language of the lesson.
  const cited = titles.flatMap((title, index) => [index ? ", " : null, h("cite", { lang: "en" }, title)]);
  const doubt = uncertain ? [" ", h("span", { class: "hk-tag hk-uncertain" }, uncertain)] : [];
  return h(
    "li",
    { "data-key": id, tabindex: "-1" },
    h(
      "p",
      {},
      h("strong", {}, years),
      ` ${people} `,
      h("span", { class: "hk-tag" }, ui.t(`lane-${lane}`)),
      titles.length ? null : doubt,
    ),
    titles.length ? h("p", {}, cited, doubt) : null,
    h("p", { class: "hk-soft" }, note),
  );
}

/** @param {Where} where */
function render(where) {
  return mount("timeline", where, (ui) => {
    const list = h(
      "ol",
      { class: "hk-works" },
      ui.view.entries.map((entry) => item(ui, entry)),
    );
    const go = (/** @type {string} */ id) => focusOn(list, id);
    const picture = plot(ui, where.host, go);
    ui.body.append(
      h("div", { class: "hk-line" }, h("p", { class: "hk-soft" }, ui.t("legend")), picture.node),
      h("h4", {}, ui.t("list")),
      list,
    );
    picture.draw(ui.view.figure, ui.view.title);
    return picture.stop;
  });
}

export default { render };
