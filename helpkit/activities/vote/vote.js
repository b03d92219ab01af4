// @ts-check
import { checkedInput, focusOn, h, refill, uid } from "../../frontend/dom.js";
import { keepDraft } from "../../frontend/form_draft.js";
import { mount } from "../../frontend/widget.js";

/** @import { Priced } from "../../frontend/types.js" */

/**
 * @typedef {{ situation: string, options: Record<string, string>, sure: number[] }} View
 * @typedef {{ votes: Ballot[], options: Record<string, Priced> | null, debrief: string }} State
 * @typedef {import("../../frontend/types.js").Ui<View, State>} Ui
 * @typedef {import("../../frontend/types.js").Where<View, State>} Where
 */

/** @typedef {{ choice: string, sure: number }} Ballot */

/**
 * What came of the talk: moved or stayed, and surer, less sure or as sure.
 * @param {Ballot} first @param {Ballot} second
 * @returns {["moved" | "stayed", "surer" | "less-sure" | "as-sure"]}
 */
export function shift(first, second) {
  const change = second.sure - first.sure;
  return [
    first.choice === second.choice ? "stayed" : "moved",
    change > 0 ? "surer" : change < 0 ? "less-sure" : "as-sure",
  ];
}

/** @param {Ui} ui @param {string} legend @param {string} name @param {[string, string][]} options */
function pick(ui, legend, name, options) {
  const option = (/** @type {[string, string]} */ [value, label]) =>
    h(
      "label",
      { class: "hk-option" },
      h("input", { type: "radio", name, value, "data-key": `${name.split("-")[1]}-${value}` }),
      h("span", {}, label),
    );
  return h("fieldset", {}, h("legend", {}, legend), options.map(option));
}

/** @param {number} round */
const draftOf = (round) => `ballot-${round}`;

/** The ballot of one round. @param {Ui} ui @param {number} round */
function ballot(ui, round) {
  const choices = uid("choice");
  const degrees = uid("sure");
  const answers = pick(ui, ui.t(`round-${round}`), choices, Object.entries(ui.view.options));
  const sure = pick(
    ui,
    ui.t("how-sure"),
    degrees,
    ui.view.sure.map((degree) => [String(degree), ui.t(`sure-${degree}`)]),
  );
  const commit = async () => {
    const choice = checkedInput(answers);
    const degree = checkedInput(sure);
    if (!choice || !degree)
      return complain(ui, choice ? sure : answers, ui.t(choice ? "not-sure-yet" : "choose-first"));
    await ui.send({
      item: "question",
      kind: "vote",
      value: { round, value: { choice: choice.value, sure: Number(degree.value) } },
    });
    focusOn(ui.root, round === 1 ? "talk" : "shift");
  };
  const button = { type: "button", class: "hk-primary", "data-key": `vote-${round}`, onclick: commit };
  const form = h("div", {}, answers, sure, h("button", button, ui.t("vote")));
  keepDraft(ui, form, draftOf(round));
  return form;
}

/** @param {Ui} ui @param {HTMLElement} group @param {string} text */
function complain(ui, group, text) {
  ui.tell(text);
  /** @type {HTMLElement} */ (group.querySelector("input")).focus();
}

/** @param {Ui} ui @param {Ballot} vote @param {string} label */
function voteLine(ui, vote, label) {
  return h(
    "p",
    { class: "hk-said" },
    ui.t(label),
    " ",
    h("strong", {}, ui.view.options[vote.choice]),
    " ",
    h("span", { class: "hk-soft" }, ui.t(`sure-${vote.sure}`)),
  );
}

/** Between the rounds: what to ask one another. @param {Ui} ui @param {Ballot} first */
function talk(ui, first) {
  const asks = ["ask-why", "ask-change", "ask-other", "alone"].map((key) => h("li", {}, ui.t(key)));
  return h(
    "div",
    { class: "hk-panel", "data-key": "talk", tabindex: "-1" },
    voteLine(ui, first, "first"),
    h("h4", {}, ui.t("talk")),
    h("ul", {}, asks),
  );
}

/** @param {Ui} ui @param {State} state */
function ending(ui, { votes: [first, second], options, debrief }) {
  const [move, degree] = shift(first, second);
  const comparison = h(
    "div",
    { class: "hk-panel", "data-key": "shift", tabindex: "-1" },
    voteLine(ui, first, "first"),
    voteLine(ui, second, "second"),
    h("p", {}, ui.t(move), " ", ui.t(degree)),
  );
  const row = (/** @type {Priced} */ { label, gain, cost }) =>
    h(
      "li",
      {},
      h("p", { class: "hk-label" }, label),
      h(
        "dl",
        {},
        h("div", {}, h("dt", {}, ui.t("gives")), h("dd", {}, gain)),
        h("div", {}, h("dt", {}, ui.t("costs")), h("dd", {}, cost)),
      ),
    );
  return [
    comparison,
    h("ul", { class: "hk-answers" }, Object.values(options ?? {}).map(row)),
    h("p", {}, debrief),
    h("p", { class: "hk-soft hk-small" }, ui.t("judgement")),
  ];
}

/** @param {Ui} ui @param {State} state */
function content(ui, state) {
  const situation = h("p", { class: "hk-situation" }, ui.view.situation);
  const { votes } = state;
  if (votes.length === 0) return [situation, ballot(ui, 1)];
  if (votes.length === 1) return [situation, talk(ui, votes[0]), ballot(ui, 2)];
  return [situation, ...ending(ui, state)];
}

/** @param {Where} where */
function render(where) {
  return mount("vote", where, (ui) => {
    let round = -1;
    ui.follow(() => {
      if (ui.state().votes.length === round) return; // a ballot half filled in stays as it is
      round = ui.state().votes.length;
      if (round) ui.drafts.drop(draftOf(round));
      refill(ui.body, content(ui, ui.state()));
    });
  });
}

export default { render };
