// @ts-check
import { checkedInput, h, uid } from "../../frontend/dom.js";
import { keepDraft } from "../../frontend/form_draft.js";
import { signed } from "./meters.js";

/** @import { StageUi } from "./types.js" */

/** @typedef {StageUi} Ui */

/** What a client can say of a line: what it did to trust, and to how they stand themselves. */
const FELT = ["trust", "own"];

/** From much less to much more. @param {number} strongest @returns {number[]} */
export function scale(strongest) {
  return Array.from({ length: 2 * strongest + 1 }, (_each, index) => index - strongest);
}

/** One question with a radio button for each step. @param {Ui} ui @param {string} id */
function question(ui, id) {
  const name = uid("felt");
  const { strongest } = ui.view;
  const option = (/** @type {number} */ value) =>
    h(
      "label",
      { class: "hk-step" },
      h("input", {
        type: "radio",
        name,
        value,
        "data-key": `felt-${id}-${value}`,
        "aria-label": ui.t(`felt-${value + strongest}`, { change: signed(value) }),
      }),
      h("span", { "aria-hidden": "true" }, signed(value)),
    );
  const ends = h(
    "div",
    { class: "hk-ends hk-soft hk-small", "aria-hidden": "true" },
    h("span", {}, ui.t("less")),
    h("span", {}, ui.t("more")),
  );
  const node = h(
    "fieldset",
    {},
    h("legend", {}, ui.t(`felt-${id}`)),
    h("div", { class: "hk-steps" }, scale(strongest).map(option)),
    ends,
  );
  const answer = () => {
    const input = checkedInput(node);
    return input ? Number(input.value) : null;
  };
  return { node, answer, ask: () => node.querySelector("input")?.focus() };
}

/** How did that line land? @param {Ui} ui @param {string} line @param {(felt: number[]) => unknown} onsay */
export function landing(ui, line, onsay) {
  const draft = `landing.${line}`;
  const questions = FELT.map((id) => question(ui, id));
  const say = () => {
    const open = questions.find((question) => question.answer() === null);
    if (open) {
      ui.tell(ui.t("both-first"));
      return open.ask();
    }
    ui.drafts.drop(draft);
    return onsay(questions.map((question) => /** @type {number} */ (question.answer())));
  };
  const node = h(
    "div",
    { class: "hk-landing" },
    questions.map((question) => question.node),
    h("button", { type: "button", class: "hk-primary", "data-key": "landed", onclick: say }, ui.t("landed")),
  );
  keepDraft(ui, node, draft);
  return node;
}
