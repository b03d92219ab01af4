// @ts-check
import { fill, focusOn, h, mount, refill, uid } from "../../frontend/shared.js";
import { drawing } from "../../frontend/charts/drawing.js";
import { knobs, written } from "../../frontend/knobs.js";
import { provenance } from "../../frontend/provenance.js";

/** @typedef {{ by: string, do: string, value?: number, currency?: string }} Move */

/** After so many moves the people can be changed: first by hand. */
const BY_HAND = 3;

/**
 * The last favour of the other, given back in full; null if there was none.
 * @param {Move[]} moves @param {string} by @returns {Move | null}
 */
export function repayment(moves, by) {
  const owed = moves.filter((one) => one.do === "give" && one.by !== by).at(-1);
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

/** What the next favour is: its size and what it is paid in. @param {any} ui */
function favour(ui) {
  const [size, currency] = [uid("size"), uid("currency")];
  const output = h("span", { class: "hk-value", "aria-hidden": "true" });
  const range = h("input", { type: "range", id: size, min: 1, max: 10, step: 1, value: 5, oninput: () => (output.textContent = range.value) });
  const options = Object.entries(ui.view.currencies).map(([value, name]) => h("option", { value }, name));
  const note = uid("note");
  const select = h("select", { id: currency, "aria-describedby": note }, options);
  output.textContent = range.value;
  const node = h(
    "div",
    { class: "hk-next" },
    h("div", { class: "hk-knob" }, h("label", { for: size }, ui.t("size"), " ", output), range),
    h("div", {}, h("label", { for: currency }, ui.t("currency")), select),
    h("p", { id: note, class: "hk-soft hk-small" }, ui.t("currency-note")),
  );
  return { node, chosen: () => ({ value: Number(range.value), currency: select.value }) };
}

/**
 * The evening: whose move, the moves so far, and back. What was pressed last stands while Python is
 * still being told of it.
 * @param {any} ui
 */
function evening(ui) {
  let moves = /** @type {Move[]} */ (ui.state().moves);
  let telling = 0;
  const next = favour(ui);
  const tell = async (/** @type {Move[]} */ wanted) => {
    if (wanted.length > ui.view.longest) return ui.tell(ui.t("full", { longest: ui.view.longest }));
    moves = wanted;
    telling += 1;
    await ui.send({ kind: "answer", item: "moves", value: wanted });
    telling -= 1;
    show();
    ui.say(ui.state().picture.sentences.join(" "));
  };
  const act = (/** @type {string} */ by, /** @type {string} */ what, /** @type {() => Move | null} */ make) => {
    const press = () => {
      const move = make();
      return move ? tell([...moves, move]) : ui.tell(ui.t("nothing-to-repay"));
    };
    return h("button", { type: "button", "data-key": `${what}-${by}`, onclick: press }, ui.t(what));
  };
  const person = (/** @type {string} */ by) =>
    h(
      "div",
      { class: `hk-person hk-person-${by}`, role: "group", "aria-label": ui.view.people[by] },
      h("strong", {}, ui.view.people[by]),
      act(by, "give", () => ({ by, do: "give", ...next.chosen() })),
      act(by, "thank", () => ({ by, do: "thank" })),
      act(by, "repay", () => repayment(moves, by)),
      act(by, "ignore", () => ({ by, do: "ignore" })),
    );
  const list = h("div", { class: "hk-moves" });
  const button = (/** @type {string} */ key, /** @type {() => Move[]} */ wanted) => {
    const press = async () => {
      await tell(wanted());
      focusOn(ui.root, moves.length ? key : "give-A");
    };
    return h("button", { type: "button", "data-key": key, onclick: press }, ui.t(key));
  };
  const told = () => ui.state().picture.rows.slice(1).map((/** @type {any} */ { header }) => h("li", {}, header));
  const show = () => {
    if (!telling) moves = ui.state().moves;
    refill(
      list,
      h("h4", {}, ui.t("so-far")),
      moves.length ? h("ol", {}, told()) : h("p", { class: "hk-soft" }, ui.t("none-yet")),
      moves.length ? h("div", { class: "hk-row" }, button("undo", () => moves.slice(0, -1)), button("clear", () => [])) : null,
      h("p", { class: "hk-soft hk-small" }, ui.t("or-try")),
      h("div", { class: "hk-row" }, Object.entries(evenings()).map(([name, wanted]) => button(name, () => wanted))),
    );
  };
  return { node: h("div", { class: "hk-evening" }, next.node, Object.keys(ui.view.people).map(person), list), show };
}

/** What they are to each other. @param {any} ui */
function relation(ui) {
  const name = uid("relation");
  let telling = 0;
  const choose = async (/** @type {any} */ { target }) => {
    telling += 1;
    await ui.send({ kind: "answer", item: "relation", value: target.value });
    telling -= 1;
    show();
  };
  const option = (/** @type {string} */ value) =>
    h("label", { class: "hk-option" }, h("input", { type: "radio", name, value, "data-key": `relation-${value}`, onchange: choose }), ui.t(`relation-${value}`));
  const note = h("p", { class: "hk-soft hk-small" }, ui.t("relation-note"));
  const node = h("fieldset", {}, h("legend", {}, ui.t("relation")), ui.view.relations.map(option), note);
  const show = () => {
    if (telling) return;
    for (const input of node.querySelectorAll("input")) input.checked = input.value === ui.state().relation;
  };
  return { node, show };
}

/** Other people: how much they overrate their giving, and what they are to each other. @param {any} ui */
function people(ui) {
  const turned = knobs(ui);
  const kind = relation(ui);
  const own = h("div", { class: "hk-own" });
  const locked = h("p", { class: "hk-soft" }, ui.t("by-hand-first", { moves: BY_HAND }));
  const open = h("div", { class: "hk-people" }, h("div", {}, turned.node, own), kind.node);
  const decimal = ui.model.get("drawing").decimal;
  const mine = (/** @type {number} */ factor) => {
    const value = fill(ui.view.knobs[0].shown, { value: written(factor, decimal) });
    return h("button", { type: "button", "data-key": "own", onclick: () => turned.value("inflation", factor) }, ui.t("own", { value }));
  };
  let unlocked = false;
  const show = () => {
    const { moves, own: value, values } = ui.state();
    unlocked ||= moves.length >= BY_HAND || values.inflation !== ui.view.knobs[0].start;
    open.hidden = !unlocked;
    locked.hidden = unlocked;
    turned.show();
    kind.show();
    refill(own, value === null ? h("p", { class: "hk-soft hk-small" }, ui.t("own-missing")) : mine(value));
  };
  return { node: h("div", {}, h("h4", {}, ui.t("people")), locked, open), show, stop: turned.stop };
}

/** @param {{ model: any, el: HTMLElement, host: any }} where */
function render(where) {
  return mount("favours", where, (/** @type {any} */ ui) => {
    const parts = [evening(ui), drawing(ui, where.host), people(ui)];
    const [moves, shown, others] = parts;
    ui.body.append(h("div", { class: "hk-bench" }, h("div", {}, moves.node, others.node), shown.node), provenance(ui));
    ui.follow(() => parts.forEach((one) => one.show()));
    ui.refreshWhenSeen();
    return () => {
      /** @type {any} */ (shown).stop();
      /** @type {any} */ (others).stop();
    };
  });
}

export default { render };
