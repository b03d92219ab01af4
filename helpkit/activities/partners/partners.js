// @ts-check
import { focusOn, h, refill } from "../../frontend/dom.js";
import { provenance } from "../../frontend/provenance.js";
import { radios } from "../../frontend/fields/radios.js";
import { mount } from "../../frontend/widget.js";

/** @import { Option, Sourced } from "../../frontend/types.js" */

/**
 * @typedef {{ name: string, description: string, code: string, right: boolean, guessed: boolean, mine: number,
 *   theirs: number, mirror: number }} Partner
 * @typedef {{ doors: string[], rounds: number, options: Option[] } & Sourced} View
 * @typedef {{ doors: Record<string, Round[]>, guesses: Record<string, string>, ready: boolean,
 *   names: Record<string, Partner> | null }} State
 * @typedef {import("../../frontend/types.js").Ui<View, State>} Ui
 * @typedef {import("../../frontend/types.js").Where<View, State>} Where
 */

/** @typedef {{ mine: boolean, theirs: boolean, "my-points": number, "their-points": number }} Round */

/** What was earned so far on both sides. @param {Round[]} rounds */
export function totals(rounds) {
  const sum = (/** @type {"my-points" | "their-points"} */ key) =>
    rounds.reduce((total, round) => total + round[key], 0);
  return { mine: signed(sum("my-points")), theirs: signed(sum("their-points")) };
}

/** A number with a real minus. @param {number} value */
export function signed(value) {
  return String(value).replace("-", "\u2212");
}

/**
 * The first door that is not played to the end, else the first.
 * @param {string[]} doors @param {Record<string, Round[]>} played @param {number} rounds
 */
export function waiting(doors, played, rounds) {
  return doors.find((door) => played[door].length < rounds) ?? doors[0];
}

/** @param {Ui} ui @param {Round} round @param {number} index */
function sentence(ui, round, index) {
  const did = (/** @type {boolean} */ helped) => ui.t(helped ? "helped" : "refused");
  const [my, their] = [signed(round["my-points"]), signed(round["their-points"])];
  return ui.t("round", { number: index + 1, mine: did(round.mine), theirs: did(round.theirs), my, their });
}

/** The rounds as marks above each other; what they mean is said in full. @param {Ui} ui @param {Round[]} rounds */
function marks(ui, rounds) {
  const mark = (/** @type {boolean} */ helped) =>
    h("span", { class: helped ? "hk-did" : "hk-did-not", "aria-hidden": "true" });
  return h(
    "div",
    { class: "hk-marks" },
    h("div", { class: "hk-sides", "aria-hidden": "true" }, h("span", {}, ui.t("you")), h("span", {}, ui.t("they"))),
    h(
      "ol",
      {},
      rounds.map((round, index) =>
        h("li", {}, mark(round.mine), mark(round.theirs), h("span", { class: "hk-live" }, sentence(ui, round, index))),
      ),
    ),
  );
}

/** One door: play it, then say who it was. @param {Ui} ui @param {() => string} door */
function table(ui, door) {
  const node = h("div", { class: "hk-door", tabindex: "-1", "data-key": "door" });
  const questions = Object.fromEntries(
    ui.view.doors.map((id) => [
      id,
      radios(ui, {
        item: `guess.${id}`,
        legend: ui.t("who"),
        options: ui.view.options,
        chosen: () => ui.state().guesses[id],
      }),
    ]),
  );
  /** What was pressed last stands while Python is still being told of it. @type {Record<string, boolean[]>} */
  const pressed = {};
  const play = (/** @type {boolean} */ helps) => async () => {
    const id = door();
    const moves = pressed[id] ?? ui.state().doors[id].map((round) => round.mine);
    if (moves.length >= ui.view.rounds) return;
    pressed[id] = [...moves, helps];
    await ui.send({ kind: "answer", item: id, value: pressed[id] });
    const rounds = ui.state().doors[id];
    if (rounds.length >= (pressed[id]?.length ?? 0)) delete pressed[id];
    ui.say(`${sentence(ui, rounds[rounds.length - 1], rounds.length - 1)} ${ui.t("together", totals(rounds))}`);
    if (rounds.length === ui.view.rounds) focusOn(ui.root, "door");
  };
  const again = async () => {
    await ui.send({ kind: "answer", item: door(), value: null });
    focusOn(ui.root, "help");
  };
  const button = (/** @type {string} */ key, /** @type {() => unknown} */ onclick, primary = false) =>
    h("button", { type: "button", "data-key": key, class: primary ? "hk-primary" : null, onclick }, ui.t(key));
  const show = () => {
    const id = door();
    const rounds = ui.state().doors[id];
    const over = rounds.length === ui.view.rounds;
    const number = ui.view.doors.indexOf(id) + 1;
    refill(
      node,
      h("h4", {}, ui.t("door", { number })),
      over ? null : h("div", { class: "hk-row" }, button("help", play(true), true), button("not-now", play(false))),
      rounds.length
        ? [marks(ui, rounds), h("p", {}, ui.t("together", totals(rounds)))]
        : h("p", { class: "hk-soft" }, ui.t("begin", ui.view)),
      over ? [questions[id].node, h("div", { class: "hk-row" }, button("again", again))] : null,
    );
    questions[id].update();
  };
  return { node, show };
}

/** Who they were, and what the mirror would have earned. @param {Ui} ui @param {Record<string, Partner>} names */
function identities(ui, names) {
  const card = (/** @type {string} */ id, /** @type {number} */ index) => {
    const partner = names[id];
    return h(
      "li",
      { class: "hk-name" },
      h(
        "p",
        {},
        h("strong", {}, ui.t("was", { number: index + 1, name: partner.name })),
        " ",
        h("span", { class: "hk-tag" }, partner.code),
      ),
      h("p", {}, partner.description),
      h(
        "p",
        { class: "hk-soft" },
        partner.guessed ? ui.t(partner.right ? "right" : "other") : "",
        " ",
        ui.t("earned", { mine: signed(partner.mine), theirs: signed(partner.theirs), mirror: signed(partner.mirror) }),
      ),
    );
  };
  return h(
    "div",
    { "data-key": "names", tabindex: "-1" },
    h("h4", {}, ui.t("names-title")),
    h("ul", { class: "hk-names" }, ui.view.doors.map(card)),
  );
}

/** @param {Where} where */
function render(where) {
  return mount("partners", where, (ui) => {
    let open = waiting(ui.view.doors, ui.state().doors, ui.view.rounds);
    const row = h("div", { class: "hk-row hk-doors", role: "group", "aria-label": ui.t("doors") });
    const played = table(ui, () => open);
    const end = h("div", { class: "hk-end" });
    const pick = (/** @type {string} */ id) => () => {
      open = id;
      show();
      focusOn(ui.root, `door-${id}`);
    };
    const ask = async () => {
      await ui.send({ kind: "reveal", item: "names", value: null });
      focusOn(ui.root, "names");
    };
    const door = (/** @type {string} */ id, /** @type {number} */ index) => {
      const done = ui.state().doors[id].length;
      const text = ui.t("door-done", { number: index + 1, done, rounds: ui.view.rounds });
      return h(
        "button",
        { type: "button", "data-key": `door-${id}`, "aria-pressed": String(id === open), onclick: pick(id) },
        text,
      );
    };
    const last = () => {
      const { ready, names } = ui.state();
      if (names) return identities(ui, names);
      if (!ready) return h("p", { class: "hk-soft" }, ui.t("all-first", ui.view));
      return h("button", { type: "button", class: "hk-primary", "data-key": "ask", onclick: ask }, ui.t("ask"));
    };
    const show = () => {
      refill(row, ui.view.doors.map(door));
      played.show();
      refill(end, last());
    };
    ui.body.append(row, played.node, end, provenance(ui));
    ui.follow(show);
  });
}

export default { render };
