// @ts-check
import { focusOn, h, refill, uid } from "../../frontend/dom.js";
import { mount } from "../../frontend/widget.js";

/**
 * @typedef {{ id: string, before: string, after: string, from: string, to: string }} Pair
 * @typedef {{ first: string, verdict: string, ours: string, accepted: string[], confidence: string,
 *   reason: string }} Shown
 * @typedef {{ answer: string | null, shown: Shown | null }} Done
 * @typedef {{ pairs: Pair[], criteria: Record<string, string> }} View
 * @typedef {Record<string, Done>} State
 * @typedef {import("../../frontend/types.js").Ui<View, State>} Ui
 * @typedef {import("../../frontend/types.js").Where<View, State>} Where
 */

/**
 * Where to begin: the first pair that was not looked at to the end, or the first of all.
 * @param {{ id: string }[]} pairs @param {Record<string, { shown: unknown }>} state
 */
export function begin(pairs, state) {
  return Math.max(
    0,
    pairs.findIndex(({ id }) => !state[id].shown),
  );
}

/** @param {Ui} ui @param {Pair} pair */
function cards(ui, { before, after, from, to }) {
  const situation = (/** @type {string} */ text, /** @type {string} */ level, /** @type {string} */ side) =>
    h("div", { class: `hk-situation hk-${side}` }, h("p", { class: "hk-level" }, level), h("p", {}, text));
  return h(
    "div",
    { class: "hk-pair" },
    situation(before, from, "before"),
    h("span", { class: "hk-arrow", "aria-hidden": "true" }),
    situation(after, to, "after"),
  );
}

/** @param {Ui} ui @param {Pair} pair @param {Done} done */
function question(ui, { id, from, to }, { answer, shown }) {
  const title = uid("question");
  const button = (/** @type {string} */ key) => {
    const choose = () => ui.send({ item: id, kind: "answer", value: key });
    const pressed = String(answer === key);
    return h(
      "button",
      { type: "button", "aria-pressed": pressed, "data-key": `${id}-${key}`, onclick: choose },
      ui.view.criteria[key],
    );
  };
  const show = async () => {
    await ui.send({ item: id, kind: "reveal", value: null });
    focusOn(ui.root, "shown");
  };
  return [
    h("h4", { id: title }, ui.t("question", { from, to })),
    h(
      "div",
      { class: "hk-row hk-criteria", role: "group", "aria-labelledby": title },
      Object.keys(ui.view.criteria).map(button),
    ),
    shown
      ? null
      : h(
          "button",
          { type: "button", class: answer ? "hk-primary" : null, "data-key": "show", disabled: !answer, onclick: show },
          ui.t("show"),
        ),
  ];
}

/** @param {Ui} ui @param {string | null} answer @param {Shown} shown */
function reading(ui, answer, { first, verdict, ours, accepted, confidence, reason }) {
  const name = (/** @type {string} */ key) => ui.view.criteria[key];
  const others = accepted.filter((key) => verdict !== "accepted" || key !== first);
  return h(
    "div",
    { class: "hk-panel hk-shown", "data-key": "shown", tabindex: "-1" },
    h(
      "p",
      { class: "hk-verdict" },
      ui.t(`verdict-${verdict}`, { mine: name(first), ours: name(ours) }),
      " ",
      h("span", { class: "hk-tag" }, ui.t(`confidence-${confidence}`)),
    ),
    h("p", {}, reason),
    others.length ? h("p", { class: "hk-small" }, ui.t("accepted", { others: others.map(name).join(", ") })) : null,
    answer && answer !== first
      ? h("p", { class: "hk-small" }, ui.t("changed", { first: name(first), now: name(answer) }))
      : null,
  );
}

/** @param {Ui} ui @param {number} at @param {(to: number) => void} go */
function stepper(ui, at, go) {
  const { pairs } = ui.view;
  const step = (/** @type {string} */ key, /** @type {number} */ to) => {
    const next = key === "next" && ui.state()[pairs[at].id].shown;
    return h(
      "button",
      { type: "button", class: next ? "hk-primary" : null, "data-key": key, onclick: () => go(to) },
      ui.t(key),
    );
  };
  const done = pairs.filter(({ id }) => ui.state()[id].shown).length;
  const spot = (/** @type {Pair} */ { id }, /** @type {number} */ number) =>
    h("span", { class: `hk-spot${ui.state()[id].shown ? " hk-done" : ""}${number === at ? " hk-here" : ""}` });
  return [
    done === pairs.length ? h("p", { class: "hk-finished" }, ui.t("finished")) : null,
    h(
      "div",
      { class: "hk-row hk-stepper" },
      at > 0 ? step("previous", at - 1) : null,
      at < pairs.length - 1 ? step("next", at + 1) : null,
      h("span", { class: "hk-spots", "aria-hidden": "true" }, pairs.map(spot)),
      h("span", { class: "hk-soft hk-small" }, ui.t("done", { done, all: pairs.length })),
    ),
  ];
}

/** @param {Where} where */
function render(where) {
  return mount("flip", where, (ui) => {
    const { pairs } = ui.view;
    let at = begin(pairs, ui.state());
    const show = () => {
      const pair = pairs[at];
      const done = ui.state()[pair.id];
      refill(ui.body, [
        h(
          "h4",
          { class: "hk-where", "data-key": "where", tabindex: "-1" },
          ui.t("where", { number: at + 1, all: pairs.length }),
        ),
        cards(ui, pair),
        question(ui, pair, done),
        done.shown ? reading(ui, done.answer, done.shown) : null,
        stepper(ui, at, go),
      ]);
    };
    const go = (/** @type {number} */ to) => {
      at = to;
      show();
      focusOn(ui.root, "where");
    };
    ui.follow(show);
  });
}

export default { render };
