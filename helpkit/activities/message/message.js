// @ts-check
import { focusOn, h, refill, uid } from "../../frontend/dom.js";
import { LONGEST_TEXT } from "../../frontend/fields/text_field.js";
import { mount } from "../../frontend/widget.js";

/** @import { Child, Priced } from "../../frontend/types.js" */

/**
 * @typedef {{ sender: string, message: string, invitation: string, turn: string, question: string,
 *   options: Record<string, Priced> }} View
 * @typedef {{ reply: string | null, skipped: boolean, labels: string[] }} State
 * @typedef {import("../../frontend/types.js").Ui<View, State>} Ui
 * @typedef {import("../../frontend/types.js").Where<View, State>} Where
 */

/** The letter in the round picture of a person. @param {string} name */
export function initial(name) {
  return [...name.trim()][0] ?? "";
}

/** @param {Ui} ui @param {boolean} mine @param {string} text @param {boolean} [fresh] */
function bubble(ui, mine, text, fresh) {
  const who = h("span", { class: mine ? "hk-live" : "hk-who" }, mine ? ui.t("you") : ui.view.sender);
  return h(
    "div",
    { class: `hk-bubble ${mine ? "hk-mine" : "hk-theirs"}${fresh ? " hk-fresh" : ""}` },
    who,
    h("p", {}, text),
  );
}

/** @param {Ui} ui @param {...Child} more what stands under the friend's message */
function chat(ui, ...more) {
  const { sender, message } = ui.view;
  return h(
    "div",
    { class: "hk-chat" },
    h(
      "div",
      { class: "hk-line" },
      h("span", { class: "hk-avatar", "aria-hidden": "true" }, initial(sender)),
      bubble(ui, false, message),
    ),
    more,
  );
}

/** @param {Ui} ui */
function writing(ui) {
  const id = uid("reply");
  const field = h("textarea", {
    id,
    rows: 3,
    maxlength: LONGEST_TEXT,
    "data-key": "reply",
    oninput: ({ currentTarget }) => ui.drafts.put("reply", currentTarget.value),
  });
  field.value = ui.drafts.get("reply") ?? "";
  const send = async () => {
    if (!field.value.trim()) {
      ui.tell(ui.t("empty"));
      return field.focus();
    }
    await ui.send({ item: "reply", kind: "answer", value: field.value, private: true });
    focusOn(ui.root, "turn");
  };
  const skip = async () => {
    await ui.send({ item: "skipped", kind: "choice", value: true });
    focusOn(ui.root, "turn");
  };
  return [
    chat(ui),
    h("label", { for: id, class: "hk-invitation" }, ui.view.invitation),
    field,
    h("p", { class: "hk-soft hk-small" }, ui.t("private")),
    h(
      "div",
      { class: "hk-row" },
      h("button", { type: "button", class: "hk-primary", onclick: send }, ui.t("send")),
      h("button", { type: "button", onclick: skip }, ui.t("skip")),
    ),
  ];
}

/** @param {Ui} ui @param {State} state @param {string} id */
function option(ui, { labels }, id) {
  const { label, gain, cost } = ui.view.options[id];
  const mine = labels.at(-1) === id;
  const pick = async () => {
    if (!mine) await ui.send({ item: "label", kind: "choice", value: id });
    if (!labels.length) ui.say(ui.t("all-three"));
  };
  const price = [h("dt", {}, ui.t("gives")), h("dd", {}, gain), h("dt", {}, ui.t("costs")), h("dd", {}, cost)];
  return h(
    "li",
    { class: mine ? "hk-option-card hk-own" : "hk-option-card" },
    h("button", { type: "button", "aria-pressed": String(mine), "data-key": `label-${id}`, onclick: pick }, label),
    labels.length ? h("dl", {}, price) : null,
  );
}

/** @param {Ui} ui @param {State} state @param {boolean} fresh */
function answered(ui, state, fresh) {
  const id = uid("question");
  const wrote = state.reply !== null;
  const cards = Object.keys(ui.view.options).map((key) => option(ui, state, key));
  return [
    chat(
      ui,
      state.reply === null
        ? h("p", { class: "hk-soft hk-small hk-mine-note" }, ui.t("no-reply"))
        : bubble(ui, true, state.reply, fresh),
    ),
    h(
      "div",
      { class: `hk-panel hk-turn${fresh ? " hk-fresh" : ""}`, "data-key": "turn", tabindex: "-1" },
      h("p", {}, ui.view.turn),
    ),
    h("h4", { id }, wrote ? ui.view.question : ui.t("question-skipped")),
    h("ul", { class: "hk-options", "aria-labelledby": id }, cards),
    state.labels.length ? h("p", { class: "hk-soft hk-small" }, ui.t(wrote ? "kept" : "kept-skipped")) : null,
  ];
}

/** @param {Where} where */
function render(where) {
  return mount("message", where, (ui) => {
    let phase = "";
    ui.follow(() => {
      const state = ui.state();
      const done = state.reply !== null || state.skipped;
      if (done && ui.drafts.get("reply") === state.reply) ui.drafts.drop("reply");
      if (done) refill(ui.body, answered(ui, state, phase === "writing"));
      else if (phase !== "writing") refill(ui.body, writing(ui));
      phase = done ? "done" : "writing";
    });
  });
}

export default { render };
