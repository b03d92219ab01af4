// @ts-check
import { h, uid } from "../../../frontend/dom.js";
import { radios } from "../../../frontend/fields/radios.js";
import { mount } from "../../../frontend/widget.js";

/**
 * @typedef {{ questions: Question[], items: Item[] }} View
 * @typedef {{ answers: Record<string, string> }} State
 * @typedef {import("../../../frontend/types.js").Ui<View, State>} Ui
 * @typedef {import("../../../frontend/types.js").Where<View, State>} Where
 */

/**
 * @typedef {{ id: string, says: string, options: { id: string, name: string }[] }} Question
 * @typedef {{ id: string, text: string, names: Record<string, string> }} Item
 */

/**
 * The first answer from an item on that is still open, and then from the beginning; null when none is.
 * @param {string[]} names all answers in order @param {Record<string, unknown>} answers @param {number} from
 */
export function nextOpen(names, answers, from) {
  return [...names.slice(from), ...names.slice(0, from)].find((name) => !(name in answers)) ?? null;
}

/** @param {Ui} ui @returns {string[]} */
function namesOf(ui) {
  return ui.view.items.flatMap(({ names }) => Object.values(names));
}

/** One question about one item. @param {Ui} ui @param {Item} item @param {string} text @param {Question} question */
function asking(ui, item, text, { id, says, options }) {
  const name = item.names[id];
  const group = radios(ui, { item: name, legend: says, options, chosen: () => ui.state().answers[name] });
  const legend = /** @type {HTMLLegendElement} */ (group.node.querySelector("legend"));
  legend.id = uid("question");
  group.node.setAttribute("aria-labelledby", `${text} ${legend.id}`);
  return group;
}

/** @param {Ui} ui @param {Item} item @param {number} number */
function card(ui, item, number) {
  const text = uid("item");
  const groups = ui.view.questions.map((question) => asking(ui, item, text, question));
  const names = Object.values(item.names);
  const mark = h("span", { class: "hk-mark", "aria-hidden": "true" });
  const node = h(
    "li",
    { class: "hk-item" },
    h("p", { id: text, class: "hk-text" }, h("strong", {}, `${number}. `), item.text, " ", mark),
    groups.map((group) => group.node),
  );
  const update = () => {
    for (const group of groups) group.update();
    const done = names.every((name) => name in ui.state().answers);
    mark.textContent = done ? "✓" : "";
    node.classList.toggle("hk-answered", done);
  };
  return { node, update };
}

/** How far it is, and the way to what is still open. @param {Ui} ui */
function bar(ui) {
  const names = namesOf(ui);
  const meter = h("progress", { max: names.length, "aria-hidden": "true" });
  const sentence = h("span", {});
  let at = 0;
  const go = () => {
    const name = nextOpen(names, ui.state().answers, at);
    if (!name) return;
    at = names.indexOf(name);
    /** @type {HTMLElement | null} */ (ui.root.querySelector(`[data-key^="${CSS.escape(name)}-"]`))?.focus();
  };
  const next = h("button", { type: "button", "data-key": "next-open", onclick: go }, ui.t("next-open"));
  const update = () => {
    const done = names.filter((name) => name in ui.state().answers).length;
    meter.value = done;
    sentence.textContent = ui.t(done === names.length ? "all-done" : "progress", { done, of: names.length });
    next.hidden = done === names.length;
  };
  return { node: h("div", { class: "hk-bar hk-row" }, meter, sentence, next), update };
}

/** @param {Where} where */
function render(where) {
  return mount("classify", where, (ui) => {
    const cards = ui.view.items.map((item, at) => card(ui, item, at + 1));
    const top = bar(ui);
    ui.body.append(
      top.node,
      h(
        "ol",
        { class: "hk-items", role: "list" },
        cards.map((card) => card.node),
      ),
    );
    ui.follow(() => {
      for (const part of [top, ...cards]) part.update();
    });
    ui.refreshWhenSeen();
  });
}

export default { render };
