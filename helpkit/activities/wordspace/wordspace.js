// @ts-check
import { focusOn, h, uid } from "../../frontend/dom.js";
import { drawing } from "../../frontend/charts/drawing.js";
import { Knobs, written } from "../../frontend/knobs.js";
import { provenance } from "../../frontend/provenance.js";
import { mount } from "../../frontend/widget.js";

/** @import { KnobsState, KnobsView } from "../../frontend/types.js" */

/**
 * @typedef {KnobsView & { names: Record<string, string>, telling: string[], dimensions: string[],
 *   scale: number[] }} View
 * @typedef {KnobsState & { current: string, rated: Record<string, Record<string, number>>, told: number,
 *   sorted: number, ready: boolean }} State
 * @typedef {import("../../frontend/types.js").Ui<View, State>} Ui
 * @typedef {import("../../frontend/types.js").Where<View, State>} Where
 */

/**
 * The first of these words that is not rated in full, else the one after the current.
 * @param {string[]} words @param {Record<string, Record<string, number>>} rated @param {string} current
 */
export function next(words, rated, current) {
  const open = words.filter((word) => word !== current && Object.keys(rated[word] ?? {}).length < 3);
  return open[0] ?? words[(words.indexOf(current) + 1) % words.length];
}

/**
 * One scale: nine steps from one end to the other.
 * @param {Ui} ui @param {string} dimension @param {() => string} word
 */
function scale(ui, dimension, word) {
  const name = uid("scale");
  const decimal = ui.model.get("drawing").decimal;
  let telling = 0;
  const choose = async (/** @type {number} */ value) => {
    telling += 1;
    await ui.send({ kind: "answer", item: `${word()}.${dimension}`, value });
    telling -= 1;
    show();
  };
  const step = (/** @type {number} */ value) =>
    h(
      "label",
      { class: "hk-step" },
      h("input", { type: "radio", name, value, "data-key": `${dimension}-${value}`, onchange: () => choose(value) }),
      h("span", {}, written(value, decimal)),
    );
  const node = h(
    "fieldset",
    { class: "hk-scale" },
    h("legend", {}, ui.t(dimension)),
    h("div", { class: "hk-steps" }, ui.view.scale.map(step)),
    h(
      "div",
      { class: "hk-ends hk-soft hk-small", "aria-hidden": "true" },
      h("span", {}, ui.t(`${dimension}-low`)),
      h("span", {}, ui.t(`${dimension}-high`)),
    ),
  );
  const show = () => {
    if (telling) return;
    const value = ui.state().rated[word()]?.[dimension];
    for (const input of node.querySelectorAll("input")) input.checked = Number(input.value) === value;
  };
  return { node, show };
}

/** Ratings of one's own, a word at a time. @param {Ui} ui */
function ratings(ui) {
  let current = /** @type {string} */ (ui.state().current);
  let telling = 0;
  const field = uid("word");
  const option = (/** @type {string} */ word) => h("option", { value: word }, ui.view.names[word]);
  const others = Object.keys(ui.view.names).filter((word) => !ui.view.telling.includes(word));
  const select = h(
    "select",
    { id: field, "data-key": "word", onchange: ({ currentTarget }) => pick(currentTarget.value) },
    h("optgroup", { label: ui.t("first-words") }, ui.view.telling.map(option)),
    h("optgroup", { label: ui.t("other-words") }, others.map(option)),
  );
  const scales = ui.view.dimensions.map((dimension) => scale(ui, dimension, () => current));
  const count = h("p", { class: "hk-soft hk-small" });
  const pick = async (/** @type {string} */ word) => {
    if (!(word in ui.view.names)) return;
    current = word;
    telling += 1;
    await ui.send({ kind: "answer", item: "word", value: word });
    telling -= 1;
    show();
    ui.say(ui.state().picture.sentences.at(-1) ?? "");
  };
  const forward = async () => {
    await pick(next(ui.view.telling, ui.state().rated, current));
    focusOn(ui.root, "word");
  };
  const show = () => {
    if (!telling) current = ui.state().current;
    select.value = current;
    for (const scale of scales) scale.show();
    count.textContent = ui.t("rated", { rated: ui.state().told, of: ui.view.telling.length });
  };
  const node = h(
    "div",
    { class: "hk-ratings" },
    h("h4", {}, ui.t("own")),
    h("div", {}, h("label", { for: field }, ui.t("word")), select),
    scales.map((scale) => scale.node),
    h(
      "div",
      { class: "hk-row" },
      h("button", { type: "button", "data-key": "next-word", onclick: forward }, ui.t("next-word")),
    ),
    count,
  );
  return { node, show, pick };
}

/**
 * The picture and its knobs when it is time for them, and until then a way to them.
 * @param {Ui} ui @param {ReturnType<typeof drawing>} shown @param {Knobs} turned
 */
function space(ui, shown, turned) {
  const wish = async () => {
    await ui.send({ kind: "reveal", item: "space", value: null });
    shown.node.querySelector("summary")?.focus();
  };
  const gate = h(
    "div",
    { class: "hk-panel" },
    h("p", {}, ui.t("own-first", { of: ui.view.telling.length })),
    h("button", { type: "button", "data-key": "show", onclick: wish }, ui.t("show")),
  );
  const sorted = h("p", { class: "hk-soft hk-small" });
  const choices = h("div", { class: "hk-choices" }, turned.node, sorted);
  const show = () => {
    const { ready, sorted: count, values } = ui.state();
    gate.hidden = ready;
    for (const node of [choices, shown.node]) node.hidden = !ready;
    sorted.textContent = ui.t(count ? "sorted" : "not-sorted", {
      sorted: count,
      of: Object.keys(ui.view.names).length,
    });
    turned.show();
    if (ready) shown.show();
    // A hand on a picture in three dimensions turns it, and so could not move the page.
    shown.node.parentElement?.classList.toggle("hk-deep", values.view === "space");
  };
  return { gate, choices, show };
}

/** @param {Where} where */
function render(where) {
  return mount("wordspace", where, (ui) => {
    const mine = ratings(ui);
    const turned = new Knobs(ui);
    const shown = drawing(ui, where.host, mine.pick);
    const theirs = space(ui, shown, turned);
    const doing = h("div", { class: "hk-doing" }, mine.node, theirs.choices);
    ui.body.append(h("div", { class: "hk-bench" }, doing, theirs.gate, shown.node), provenance(ui));
    ui.follow(() => {
      mine.show();
      theirs.show();
    });
    ui.refreshWhenSeen();
    return () => {
      turned.stop();
      shown.stop();
    };
  });
}

export default { render };
