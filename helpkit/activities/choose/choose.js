// @ts-check
import { h, mount, refill, focusOn } from "../../frontend/shared.js";

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

/** @param {any} ui @param {string} kind @param {string} item @param {any} value @param {string} goal */
function act(ui, kind, item, value, goal) {
  return async () => {
    await ui.send({ item, kind, value });
    focusOn(ui.root, goal);
  };
}

/** The first pick: only the answers. @param {any} ui */
function offered(ui) {
  const button = (/** @type {string} */ id) =>
    h("button", { type: "button", class: "hk-pick", "data-key": `card-${id}`, onclick: act(ui, "choice", "option", id, `card-${id}`) }, ui.view.options[id].label);
  return h("ul", { class: "hk-answers" }, Object.keys(ui.view.options).map((id) => h("li", {}, button(id))));
}

/** @param {any} ui @param {any} state @param {string} id */
function card(ui, state, id) {
  const { label, gain, cost } = ui.view.options[id];
  const stands = standing(id, state);
  const goal = `card-${id}`;
  const open = h("button", { type: "button", "data-key": `open-${id}`, onclick: act(ui, "reveal", `option.${id}`, null, goal) }, ui.t("open"));
  const rather = h("button", { type: "button", "data-key": `pick-${id}`, onclick: act(ui, "choice", "option", id, goal) }, ui.t("rather"));
  const price = h("dl", {}, h("div", {}, h("dt", {}, ui.t("gives")), h("dd", {}, gain)), h("div", {}, h("dt", {}, ui.t("costs")), h("dd", {}, cost)));
  return h(
    "li",
    { class: `hk-answer hk-${stands}`, "data-key": goal, tabindex: "-1" },
    stands === "now" || stands === "before" ? h("span", { class: "hk-tag" }, ui.t(stands)) : null,
    h("p", { class: "hk-label" }, label),
    stands === "closed" ? null : price,
    stands === "now" ? null : h("div", { class: "hk-row" }, stands === "closed" ? open : rather),
  );
}

/** @param {any} ui @param {any} state */
function end(ui, { finished }) {
  if (finished) return h("div", { class: "hk-panel", "data-key": "debrief", tabindex: "-1" }, h("p", {}, ui.view.debrief));
  return h("button", { type: "button", class: "hk-primary", onclick: act(ui, "reveal", "debrief", null, "debrief") }, ui.t("finish"));
}

/** @param {any} ui @param {any} state */
function content(ui, state) {
  const situation = h("p", { class: "hk-panel hk-situation" }, ui.view.situation);
  if (!state.tries.length) return [situation, offered(ui)];
  const cards = Object.keys(ui.view.options).map((id) => card(ui, state, id));
  return [situation, h("p", { class: "hk-soft" }, ui.t("look-around")), h("ul", { class: "hk-answers" }, cards), end(ui, state)];
}

/** @param {{ model: any, el: HTMLElement }} where */
function render(where) {
  return mount("choose", where, (ui) => ui.follow(() => refill(ui.body, content(ui, ui.state()))));
}

export default { render };
