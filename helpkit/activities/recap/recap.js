// @ts-check
import { focusOn, h, refill } from "../../frontend/dom.js";
import { radios } from "../../frontend/fields/radios.js";
import { mount } from "../../frontend/widget.js";

/** @import { Child, Option } from "../../frontend/types.js" */

/**
 * @typedef {{ id: string, episode: string }} Check
 * @typedef {{ question: string, quote: string, guess: number, answer: number, margin: number,
 *   verdict: string }} Guessed
 * @typedef {{ title: string, sender: string, quote: string, label: string }} Sent
 * @typedef {{ title: string, placed: number, total: number, shown: number, alike: number }} Sorted
 * @typedef {{ what: string, title: string, done: number, total: number, shown: number, alike: number,
 *   label: string }} Deed
 * @typedef {{ message: Sent | null, sorts: Sorted[], others: Deed[],
 *   writing: { title: string, words: number } | null }} Deeds
 * @typedef {{ what: string, first: string, now: string }} Change
 * @typedef {{ verdict: string, ours: string, first: string, reason: string }} Shown
 * @typedef {{ first: number, now: number, total: number, passed: boolean }} Score
 * @typedef {{ checks: Check[], risks: Option[], lines: string[], limits: string[] }} View
 * @typedef {{ empty: boolean, guessed: Guessed[], did: Deeds, changed: Change[],
 *   answers: Record<string, string>, shown: Record<string, Shown>, score: Score | null }} State
 * @typedef {import("../../frontend/types.js").Ui<View, State>} Ui
 * @typedef {import("../../frontend/types.js").Where<View, State>} Where
 */

/** @param {Ui} ui @param {string} key @param {Child} content */
function section(ui, key, content) {
  return h("section", { class: `hk-part hk-${key}` }, h("h4", {}, ui.t(key)), content);
}

/** @param {Ui} ui @param {Guessed} prediction */
function guess(ui, prediction) {
  if (!prediction.quote)
    return h(
      "li",
      {},
      h("p", { class: "hk-asked" }, prediction.question),
      h("p", { class: "hk-soft" }, ui.t("no-guess")),
    );
  const number = (/** @type {string} */ key, /** @type {number} */ value) =>
    h("div", {}, h("dt", {}, ui.t(key)), h("dd", {}, String(value)));
  return h(
    "li",
    {},
    h("p", { class: "hk-asked" }, prediction.question),
    h("dl", { class: "hk-numbers" }, number("your-guess", prediction.guess), number("the-count", prediction.answer)),
    h("p", {}, prediction.quote, " ", ui.t(prediction.verdict, prediction)),
  );
}

/** @param {Ui} ui @param {Sent} message */
function message(ui, { title, sender, quote, label }) {
  return h(
    "li",
    {},
    h("strong", {}, title),
    quote
      ? [h("p", {}, ui.t("replied", { sender })), h("blockquote", {}, quote)]
      : h("p", {}, ui.t("no-reply", { sender })),
    label ? h("p", {}, ui.t("labelled", { label })) : null,
  );
}

/** @param {Ui} ui @param {Sorted} board */
function sorted(ui, board) {
  return h(
    "li",
    {},
    h("strong", {}, board.title),
    h("p", {}, ui.t("placed", board), " ", board.shown ? ui.t("compared", board) : ui.t("not-compared")),
  );
}

/** Pairs, stories or a choice. @param {Ui} ui @param {Deed} deed */
function other(ui, deed) {
  const beside = deed.shown ? ui.t("compared", deed) : "";
  const text = deed.what === "choice" ? ui.t("chose", deed) : `${ui.t(`done-${deed.what}`, deed)} ${beside}`;
  return h("li", {}, h("strong", {}, deed.title), h("p", {}, text));
}

/** @param {Ui} ui @param {Deeds} did */
function deeds(ui, { message: sent, sorts, others, writing }) {
  const items = [
    sent && message(ui, sent),
    sorts.map((board) => sorted(ui, board)),
    others.map((deed) => other(ui, deed)),
    writing && h("li", {}, h("strong", {}, writing.title), h("p", {}, ui.t("wrote", writing))),
  ].flat();
  return items.some(Boolean)
    ? h("ul", { class: "hk-deeds" }, items)
    : h("p", { class: "hk-soft" }, ui.t("did-nothing"));
}

/** @param {Ui} ui @param {Change[]} changed */
function changes(ui, changed) {
  if (!changed.length) return h("p", { class: "hk-soft" }, ui.t("changed-nothing"));
  const item = (/** @type {Change} */ { what, first, now }) =>
    h("li", {}, h("p", {}, what), h("p", { class: "hk-soft hk-small" }, ui.t("from-to", { first, now })));
  return h("ul", { class: "hk-changes" }, changed.map(item));
}

/** What the journal knows of the evening. @param {Ui} ui */
function looks(ui) {
  const { empty, guessed, did, changed } = ui.state();
  if (empty) return h("p", { class: "hk-panel" }, ui.t("nothing-yet"));
  return [
    section(
      ui,
      "guessed",
      h(
        "ul",
        { class: "hk-guesses" },
        guessed.map((prediction) => guess(ui, prediction)),
      ),
    ),
    section(ui, "did", deeds(ui, did)),
    section(ui, "changed", changes(ui, changed)),
  ];
}

/** @param {Ui} ui @param {Shown} shown */
function verdict(ui, { verdict: state, ours, first, reason }) {
  return [
    h("p", {}, h("strong", {}, ui.t(`verdict-${state}`, { risk: ours })), " ", reason),
    first ? h("p", { class: "hk-soft hk-small" }, ui.t("first-you-said", { risk: first })) : null,
  ];
}

/** One episode with the four risks, and what we say of it once it is asked. @param {Ui} ui @param {Check} one */
function episode(ui, { id, episode: story }) {
  const options = ui.view.risks.map((risk) => ({ id: risk.id, name: risk.name }));
  const question = radios(ui, { item: id, legend: story, options, chosen: () => ui.state().answers[id] });
  const said = h("div", { class: "hk-said" });
  const update = () => {
    const shown = ui.state().shown[id];
    question.update();
    refill(said, shown && verdict(ui, shown));
  };
  return { id, node: h("li", {}, question.node, said), update, answered: question.answered };
}

/** @param {Ui} ui */
function reminder(ui) {
  const risk = (/** @type {Option} */ { name, description }) => [h("dt", {}, name), h("dd", {}, description)];
  return h("details", {}, h("summary", {}, ui.t("reminder")), h("dl", {}, ui.view.risks.map(risk)));
}

/** How many went as we say, in warm words. @param {Ui} ui @param {Score} score */
function result(ui, score) {
  return h(
    "div",
    { class: "hk-panel", "data-key": "score", tabindex: "-1" },
    h("p", { class: "hk-result" }, ui.t("score", score)),
    h("p", {}, ui.t(score.passed ? "passed" : "not-yet")),
    score.first === score.now ? null : h("p", { class: "hk-soft" }, ui.t("score-first", score)),
  );
}

/** The self-check: its episodes are made once, so that a choice in hand is never replaced. @param {Ui} ui */
function selfCheck(ui) {
  const episodes = ui.view.checks.map((check) => episode(ui, check));
  const end = h("div", { class: "hk-result-host" });
  const press = async () => {
    const open = episodes.filter(({ node }) => !node.querySelector("input:checked"));
    if (open.length && !open[0].answered(ui.t("still-open", { open: open.length }))) return;
    await ui.send({ item: "*", kind: "reveal", value: null });
    focusOn(ui.root, "score");
  };
  const update = () => {
    const { score } = ui.state();
    for (const episode of episodes) episode.update();
    refill(
      end,
      score
        ? result(ui, score)
        : h("button", { type: "button", class: "hk-primary", "data-key": "check", onclick: press }, ui.t("check")),
    );
  };
  const content = [
    h("p", {}, ui.t("self-check-how")),
    reminder(ui),
    h(
      "ol",
      { class: "hk-episodes" },
      episodes.map((episode) => episode.node),
    ),
    end,
  ];
  return { node: section(ui, "self-check", content), update };
}

/** @param {Ui} ui */
function refresh(ui) {
  const press = async () => {
    if (await ui.send({ item: "*", kind: "refresh" })) ui.say(ui.t("refreshed"));
  };
  return h("button", { type: "button", class: "hk-refresh", "data-key": "refresh", onclick: press }, ui.t("refresh"));
}

/** @param {Where} where */
function render(where) {
  return mount("recap", where, (ui) => {
    const back = h("div", { class: "hk-back" });
    const check = selfCheck(ui);
    const list = (/** @type {string[]} */ texts) =>
      h(
        "ul",
        {},
        texts.map((text) => h("li", {}, text)),
      );
    refill(
      ui.body,
      back,
      refresh(ui),
      check.node,
      section(ui, "lines", list(ui.view.lines)),
      section(ui, "limits", list(ui.view.limits)),
    );
    ui.follow(() => {
      refill(back, looks(ui));
      check.update();
    });
    ui.refreshWhenSeen();
  });
}

export default { render };
