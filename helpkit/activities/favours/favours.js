// @ts-check
import { h, refill, uid } from "../../frontend/dom.js";
import { drawing } from "../../frontend/charts/drawing.js";
import { keepDraft } from "../../frontend/form_draft.js";
import { Knobs, written } from "../../frontend/knobs.js";
import { MoveList } from "../../frontend/move_list.js";
import { provenance } from "../../frontend/provenance.js";
import { mount } from "../../frontend/widget.js";
import { fill } from "../../frontend/words.js";

/** @import { KnobsState, KnobsView, NumberKnob } from "../../frontend/types.js" */

/**
 * @typedef {KnobsView & { people: Record<string, string>, currencies: Record<string, string>,
 *   relations: string[], longest: number }} View
 * @typedef {KnobsState & { moves: Move[], relation: string, own: number | null }} State
 * @typedef {import("../../frontend/types.js").Ui<View, State>} Ui
 * @typedef {import("../../frontend/types.js").Where<View, State>} Where
 */

/** @typedef {{ by: string, do: string, value?: number, currency?: string }} Move */

/** After so many moves the people can be changed: first by hand. */
const BY_HAND = 3;

/**
 * The last favour of the other, given back in full; null if there was none.
 * @param {Move[]} moves @param {string} by @returns {Move | null}
 */
export function repayment(moves, by) {
  const owed = moves.filter((move) => move.do === "give" && move.by !== by).at(-1);
  return owed ? { ...owed, by } : null;
}

/** Evenings worth a try, by name. @returns {Record<string, Move[]>} */
function evenings() {
  const give = (/** @type {string} */ by) => ({ by, do: "give", value: 5, currency: "time" });
  const thank = (/** @type {string} */ by) => ({ by, do: "thank" });
  return {
    "both-give": [give("A"), give("B")],
    "both-thank": [give("A"), thank("B"), give("B"), thank("A")],
    "one-gives": [give("A"), thank("B"), give("A"), thank("B"), give("A")],
  };
}

/** What the next favour is: its size and what it is paid in. @param {Ui} ui */
function favour(ui) {
  const [size, currency] = [uid("size"), uid("currency")];
  const output = h("span", { class: "hk-value", "aria-hidden": "true" });
  const range = h("input", {
    type: "range",
    id: size,
    min: 1,
    max: 10,
    step: 1,
    value: 5,
    "data-key": "size",
    oninput: ({ currentTarget }) => (output.textContent = currentTarget.value),
  });
  const options = Object.entries(ui.view.currencies).map(([value, name]) => h("option", { value }, name));
  const note = uid("note");
  const select = h("select", { id: currency, "data-key": "currency", "aria-describedby": note }, options);
  const node = h(
    "div",
    { class: "hk-next" },
    h("div", { class: "hk-knob" }, h("label", { for: size }, ui.t("size"), " ", output), range),
    h("div", {}, h("label", { for: currency }, ui.t("currency")), select),
    h("p", { id: note, class: "hk-soft hk-small" }, ui.t("currency-note")),
  );
  keepDraft(ui, node, "next");
  output.textContent = range.value;
  return { node, chosen: () => ({ value: Number(range.value), currency: select.value }) };
}

/** The evening: whose move, and the moves so far. @param {Ui} ui */
function evening(ui) {
  const next = favour(ui);
  const tries = Object.entries(evenings()).map(([key, moves]) => ({ key, name: ui.t(key), moves }));
  /** @type {MoveList<Move>} */
  const list = new MoveList(ui, tries, "give-A");
  const button = (/** @type {string} */ by, /** @type {string} */ what, /** @type {() => Move | null} */ make) => {
    const press = () => {
      const move = make();
      return move ? list.add(move) : ui.tell(ui.t("nothing-to-repay"));
    };
    return h("button", { type: "button", "data-key": `${what}-${by}`, onclick: press }, ui.t(what));
  };
  const person = (/** @type {string} */ by) =>
    h(
      "div",
      { class: `hk-person hk-person-${by}`, role: "group", "aria-label": ui.view.people[by] },
      h("strong", {}, ui.view.people[by]),
      button(by, "give", () => ({ by, do: "give", ...next.chosen() })),
      button(by, "thank", () => ({ by, do: "thank" })),
      button(by, "repay", () => repayment(list.moves, by)),
      button(by, "ignore", () => ({ by, do: "ignore" })),
    );
  const people = Object.keys(ui.view.people).map(person);
  return { node: h("div", { class: "hk-evening" }, next.node, people, list.node), show: () => list.show() };
}

/** What they are to each other. @param {Ui} ui */
function relation(ui) {
  const name = uid("relation");
  let telling = 0;
  const choose = async (/** @type {string} */ kind) => {
    telling += 1;
    await ui.send({ kind: "answer", item: "relation", value: kind });
    telling -= 1;
    show();
  };
  const option = (/** @type {string} */ value) =>
    h(
      "label",
      { class: "hk-option" },
      h("input", { type: "radio", name, value, "data-key": `relation-${value}`, onchange: () => choose(value) }),
      ui.t(`relation-${value}`),
    );
  const note = h("p", { class: "hk-soft hk-small" }, ui.t("relation-note"));
  const node = h("fieldset", {}, h("legend", {}, ui.t("relation")), ui.view.relations.map(option), note);
  const show = () => {
    if (telling) return;
    for (const input of node.querySelectorAll("input")) input.checked = input.value === ui.state().relation;
  };
  return { node, show };
}

/** Other people: how much they overrate their giving, and what they are to each other. @param {Ui} ui */
function people(ui) {
  const [knob] = /** @type {NumberKnob[]} */ (ui.view.knobs);
  const turned = new Knobs(ui);
  const kind = relation(ui);
  const own = h("div", { class: "hk-own" });
  const locked = h("p", { class: "hk-soft" }, ui.t("by-hand-first", { moves: BY_HAND }));
  const open = h("div", { class: "hk-people" }, h("div", {}, turned.node, own), kind.node);
  const decimal = ui.model.get("drawing").decimal;
  const mine = (/** @type {number} */ factor) => {
    const value = fill(knob.shown, { value: written(factor, decimal) });
    return h(
      "button",
      { type: "button", "data-key": "own", onclick: () => turned.record("inflation", factor) },
      ui.t("own", { value }),
    );
  };
  let unlocked = false;
  const show = () => {
    const { moves, own: value, values } = ui.state();
    unlocked ||= moves.length >= BY_HAND || values.inflation !== knob.start;
    open.hidden = !unlocked;
    locked.hidden = unlocked;
    turned.show();
    kind.show();
    refill(own, value === null ? h("p", { class: "hk-soft hk-small" }, ui.t("own-missing")) : mine(value));
  };
  return { node: h("div", {}, h("h4", {}, ui.t("people")), locked, open), show, stop: turned.stop };
}

/** @param {Where} where */
function render(where) {
  return mount("favours", where, (ui) => {
    const [moves, shown, others] = [evening(ui), drawing(ui, where.host), people(ui)];
    ui.body.append(h("div", { class: "hk-bench" }, h("div", {}, moves.node, others.node), shown.node), provenance(ui));
    ui.follow(() => {
      for (const part of [moves, shown, others]) part.show();
    });
    ui.refreshWhenSeen();
    return () => {
      shown.stop();
      others.stop();
    };
  });
}

export default { render };
