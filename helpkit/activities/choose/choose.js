// @ts-check
import { focusOn, h, refill } from "../../frontend/dom.js";
import { mount } from "../../frontend/widget.js";

/** @import { Priced } from "../../frontend/types.js" */

/**
 * @typedef {{ situation: string, options: Record<string, Priced>, debrief: string }} View
 * @typedef {{ tries: string[], opened: string[], finished: boolean }} State
 * @typedef {import("../../frontend/types.js").Ui<View, State>} Ui
 * @typedef {import("../../frontend/types.js").Where<View, State>} Where
 */

/**
 * How an answer stands to the learner: chosen now, chosen before, looked at, or not yet.
 * @param {string} id @param {{ tries: string[], opened: string[] }} state
 * @returns {"now" | "before" | "opened" | "closed"}
 */
export function standing(id, { tries, opened }) {
  if (tries.at(-1) === id) return "now";
  if (tries.includes(id)) return "before";
  return opened.includes(id) ? "opened" : "closed";
}

/** @param {Ui} ui @param {string} kind @param {string} item @param {unknown} value @param {string} goal */
function act(ui, kind, item, value, goal) {
  return async () => {
    await ui.send({ item, kind, value });
    focusOn(ui.root, goal);
  };
}

/** The first pick: only the answers. @param {Ui} ui */
function offered(ui) {
  const button = (/** @type {string} */ id) =>
    h(
      "button",
      {
        type: "button",
        class: "hk-pick",
        "data-key": `card-${id}`,
        onclick: act(ui, "choice", "option", id, `card-${id}`),
      },
      ui.view.options[id].label,
    );
  return h(
    "ul",
    { class: "hk-answers" },
    Object.keys(ui.view.options).map((id) => h("li", {}, button(id))),
  );
}

/** @param {Ui} ui @param {State} state @param {string} id */
function card(ui, state, id) {
  const { label, gain, cost } = ui.view.options[id];
  const mark = standing(id, state);
  const goal = `card-${id}`;
  const open = h(
    "button",
    { type: "button", "data-key": `open-${id}`, onclick: act(ui, "reveal", `option.${id}`, null, goal) },
    ui.t("open"),
  );
  const rather = h(
    "button",
    { type: "button", "data-key": `pick-${id}`, onclick: act(ui, "choice", "option", id, goal) },
    ui.t("rather"),
  );
  const price = h(
    "dl",
    {},
    h("div", {}, h("dt", {}, ui.t("gives")), h("dd", {}, gain)),
    h("div", {}, h("dt", {}, ui.t("costs")), h("dd", {}, cost)),
  );
  return h(
    "li",
    { class: `hk-answer hk-${mark}`, "data-key": goal, tabindex: "-1" },
    mark === "now" || mark === "before" ? h("span", { class: "hk-tag" }, ui.t(mark)) : null,
    h("p", { class: "hk-label" }, label),
    mark === "closed" ? null : price,
    mark === "now" ? null : h("div", { class: "hk-row" }, mark === "closed" ? open : rather),
  );
}

/** @param {Ui} ui @param {State} state */
function end(ui, { finished }) {
  if (finished)
    return h("div", { class: "hk-panel", "data-key": "debrief", tabindex: "-1" }, h("p", {}, ui.view.debrief));
  return h(
    "button",
    { type: "button", class: "hk-primary", onclick: act(ui, "reveal", "debrief", null, "debrief") },
    ui.t("finish"),
  );
}

/** @param {Ui} ui @param {State} state */
function content(ui, state) {
  const situation = h("p", { class: "hk-panel hk-situation" }, ui.view.situation);
  if (!state.tries.length) return [situation, offered(ui)];
  const cards = Object.keys(ui.view.options).map((id) => card(ui, state, id));
  return [
    situation,
    h("p", { class: "hk-soft" }, ui.t("look-around")),
    h("ul", { class: "hk-answers" }, cards),
    end(ui, state),
  ];
}

/** @param {Where} where */
function render(where) {
  return mount("choose", where, (ui) => ui.follow(() => refill(ui.body, content(ui, ui.state()))));
}

export default { render };
