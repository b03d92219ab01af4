// @ts-check
import { focusOn, h, mount, refill } from "../../frontend/shared.js";
import { provenance } from "../../frontend/provenance.js";
import { radios } from "../../frontend/radios.js";

/** @typedef {{ mine: boolean, theirs: boolean, "my-points": number, "their-points": number }} Round */

/** What was earned so far on both sides. @param {Round[]} rounds */
export function totals(rounds) {
  const sum = (/** @type {"my-points" | "their-points"} */ key) => rounds.reduce((total, one) => total + one[key], 0);
  return { mine: signed(sum("my-points")), theirs: signed(sum("their-points")) };
}

/** A number with a real minus. @param {number} value */
export function signed(value) {
  return String(value).replace("-", "\u2212");
}

/** The first door that is not played to the end, else the first. @param {string[]} doors @param {Record<string, Round[]>} played @param {number} rounds */
export function waiting(doors, played, rounds) {
  return doors.find((door) => played[door].length < rounds) ?? doors[0];
}

/** @param {any} ui @param {Round} round @param {number} index */
function told(ui, round, index) {
  const did = (/** @type {boolean} */ helped) => ui.t(helped ? "helped" : "refused");
  const [my, their] = [signed(round["my-points"]), signed(round["their-points"])];
  return ui.t("round", { number: index + 1, mine: did(round.mine), theirs: did(round.theirs), my, their });
}

/** The rounds as marks above each other; what they mean is said in full. @param {any} ui @param {Round[]} rounds */
function marks(ui, rounds) {
  const mark = (/** @type {boolean} */ helped) => h("span", { class: helped ? "hk-did" : "hk-did-not", "aria-hidden": "true" });
  return h(
    "div",
    { class: "hk-marks" },
    h("div", { class: "hk-sides", "aria-hidden": "true" }, h("span", {}, ui.t("you")), h("span", {}, ui.t("they"))),
    h("ol", {}, rounds.map((one, index) => h("li", {}, mark(one.mine), mark(one.theirs), h("span", { class: "hk-live" }, told(ui, one, index))))),
  );
}

/** One door: play it, then say who it was. @param {any} ui @param {() => string} door */
function table(ui, door) {
  const node = h("div", { class: "hk-door", tabindex: "-1", "data-key": "door" });
  const questions = Object.fromEntries(
    ui.view.doors.map((/** @type {string} */ id) => [id, radios(ui, { item: `guess.${id}`, legend: ui.t("who"), options: ui.view.options, chosen: () => ui.state().guesses[id] })]),
  );
  /** What was pressed last stands while Python is still being told of it. @type {Record<string, boolean[]>} */
  const pressed = {};
  const play = (/** @type {boolean} */ helps) => async () => {
    const id = door();
    const moves = pressed[id] ?? ui.state().doors[id].map((/** @type {Round} */ one) => one.mine);
    if (moves.length >= ui.view.rounds) return;
    pressed[id] = [...moves, helps];
    await ui.send({ kind: "answer", item: id, value: pressed[id] });
    const rounds = ui.state().doors[id];
    if (rounds.length >= (pressed[id]?.length ?? 0)) delete pressed[id];
    ui.say(`${told(ui, rounds.at(-1), rounds.length - 1)} ${ui.t("together", totals(rounds))}`);
    if (rounds.length === ui.view.rounds) focusOn(ui.root, "door");
  };
  const again = async () => {
    await ui.send({ kind: "answer", item: door(), value: null });
    focusOn(ui.root, "help");
  };
  const button = (/** @type {string} */ key, /** @type {() => any} */ onclick, primary = false) =>
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
      rounds.length ? [marks(ui, rounds), h("p", {}, ui.t("together", totals(rounds)))] : h("p", { class: "hk-soft" }, ui.t("begin", ui.view)),
      over ? [questions[id].node, h("div", { class: "hk-row" }, button("again", again))] : null,
    );
    questions[id].update();
  };
  return { node, show };
}

/** Who they were, and what the mirror would have earned. @param {any} ui @param {any} names */
function revealed(ui, names) {
  const card = (/** @type {string} */ id, /** @type {number} */ index) => {
    const one = names[id];
    return h(
      "li",
      { class: "hk-name" },
      h("p", {}, h("strong", {}, ui.t("was", { number: index + 1, name: one.name })), " ", h("span", { class: "hk-tag" }, one.code)),
      h("p", {}, one.description),
      h("p", { class: "hk-soft" }, one.guessed ? ui.t(one.right ? "right" : "other") : "", " ", ui.t("earned", { mine: signed(one.mine), theirs: signed(one.theirs), mirror: signed(one.mirror) })),
    );
  };
  return h("div", { "data-key": "names", tabindex: "-1" }, h("h4", {}, ui.t("names-title")), h("ul", { class: "hk-names" }, ui.view.doors.map(card)));
}

/** @param {{ model: any, el: HTMLElement }} where */
function render(where) {
  return mount("partners", where, (/** @type {any} */ ui) => {
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
      return h("button", { type: "button", "data-key": `door-${id}`, "aria-pressed": String(id === open), onclick: pick(id) }, text);
    };
    const last = () => {
      const { ready, names } = ui.state();
      if (names) return revealed(ui, names);
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
