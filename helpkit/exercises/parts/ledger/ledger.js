// @ts-check
import { h, uid } from "../../../frontend/dom.js";
import { onTurningAway, TextField } from "../../../frontend/fields/text_field.js";
import { mount } from "../../../frontend/widget.js";

/**
 * @typedef {{ by: string, to: string, does: string, value: string }} Move
 * @typedef {{ id: string, text: string, asks: string, spots: { id: string, who: string }[], factor: string,
 *   moves: Move[] }} Item
 * @typedef {{ items: Item[], longest: number, impossible: string }} View
 * @typedef {{ answers: Record<string, { typed: string, problem: string }>, done: number, of: number }} State
 * @typedef {import("../../../frontend/types.js").Ui<View, State>} Ui
 * @typedef {import("../../../frontend/types.js").Where<View, State>} Where
 */

/** @typedef {{ node: HTMLElement, text: TextField, update: () => void }} Spot */

/**
 * A field for a number. Whatever is typed stays; Python says whether it can be read.
 * @param {Ui} ui @param {string} spot @param {string} label @param {string} hint
 */
function numberField(ui, spot, label, hint) {
  const id = uid("number");
  const complaint = h("p", { id: `${id}-told`, class: "hk-told" });
  const attributes = {
    id,
    type: "text",
    autocomplete: "off",
    spellcheck: "false",
    maxlength: ui.view.longest,
    "data-key": spot,
    "aria-describedby": `${id}-hint ${id}-told`,
    onblur: () => tidy(),
    onkeydown: (/** @type {KeyboardEvent} */ { key }) => (key === "Enter" ? tidy() : null),
  };
  const answer = () => ui.state().answers[spot] ?? { typed: "", problem: "" };
  const typed = () => (answer().typed === ui.view.impossible ? "" : answer().typed);
  const show = () => {
    const { value } = text.field;
    const problem = value === typed() ? answer().problem : "";
    const sentence = problem ? ui.t(problem, { typed: value }) : "";
    if (sentence && sentence !== complaint.textContent) ui.say(sentence);
    complaint.textContent = sentence;
    text.field.setAttribute("aria-invalid", String(Boolean(problem)));
    node.dataset.standing = text.standing();
  };
  const tidy = () => {
    text.field.value = text.field.value.trim();
    return text.save();
  };
  const text = new TextField(ui, "input", attributes, {
    happening: (written) => ({ kind: "answer", item: spot, value: written.trim() ? written : null }),
    saved: () => ({ text: typed() }),
    show: () => {
      show();
      node.dispatchEvent(new Event("standing", { bubbles: true }));
    },
  });
  const help = h("p", { id: `${id}-hint`, class: "hk-live" }, hint);
  const node = h(
    "div",
    { class: "hk-number" },
    h("label", { for: id }, label),
    text.field,
    help,
    complaint,
    text.other,
  );
  const update = () => {
    text.receive();
    show();
  };
  text.restore();
  return { node, text, update };
}

/** The fewest thanks: a number, or that no number is enough. @param {Ui} ui @param {string} spot */
function thanksField(ui, spot) {
  const number = numberField(ui, spot, ui.t("fewest"), ui.t("whole"));
  let telling = 0;
  const choose = async () => {
    telling += 1;
    number.text.settleOn("");
    await ui.send({ kind: "answer", item: spot, value: box.checked ? ui.view.impossible : null });
    telling -= 1;
    update();
  };
  const box = h("input", { type: "checkbox", "data-key": `${spot}-impossible`, onchange: choose });
  const update = () => {
    if (!telling) box.checked = ui.state().answers[spot]?.typed === ui.view.impossible;
    number.update();
  };
  const node = h("div", {}, number.node, h("label", { class: "hk-option" }, box, ui.t("impossible")));
  return { node, text: number.text, update };
}

/** What happened, move by move. @param {Ui} ui @param {Item} item @param {string} name */
function moves(ui, item, name) {
  const heads = ["move", "what", "worth"].map((key) => h("th", { scope: "col" }, ui.t(key)));
  const row = (/** @type {Move} */ { by, to, does, value }, /** @type {number} */ index) =>
    h(
      "tr",
      {},
      h("td", {}, String(index + 1)),
      h("td", {}, ui.t(does, { by, to })),
      h("td", {}, value || h("span", { "aria-label": ui.t("nothing") }, "–")),
    );
  return h(
    "table",
    { "aria-labelledby": name },
    h("thead", {}, h("tr", {}, heads)),
    h("tbody", {}, item.moves.map(row)),
  );
}

/** One evening with its fields. @param {Ui} ui @param {Item} item @param {number} index */
function evening(ui, item, index) {
  const name = uid("evening");
  const spots = item.spots.map(({ id, who }) =>
    item.asks === "thanks" ? thanksField(ui, id) : numberField(ui, id, ui.t("balance", { who }), ui.t("decimals")),
  );
  const node = h(
    "li",
    {},
    h("h4", { id: name }, ui.t("evening", { number: index + 1 })),
    h("p", {}, item.text),
    h("p", { class: "hk-factor" }, ui.t("factor", { factor: item.factor })),
    h(
      "div",
      { class: "hk-beside" },
      moves(ui, item, name),
      h(
        "div",
        { class: "hk-asked", role: "group", "aria-labelledby": name },
        spots.map((spot) => spot.node),
      ),
    ),
  );
  return { node, spots };
}

/** @param {Where} where */
function render(where) {
  return mount("ledger", where, (ui) => {
    const progress = h("p", { class: "hk-progress", role: "status" });
    const late = h("p", { class: "hk-soft hk-small hk-late", role: "status" });
    const evenings = ui.view.items.map((item, index) => evening(ui, item, index));
    const list = h(
      "ol",
      { class: "hk-evenings" },
      evenings.map((evening) => evening.node),
    );
    /** @type {Spot[]} */
    const spots = evenings.flatMap((evening) => evening.spots);
    const standing = () => {
      const standings = spots.map(({ text }) => text.standing());
      late.textContent = standings.includes("full") ? ui.t("no-room") : standings.includes("late") ? ui.t("late") : "";
    };
    list.addEventListener("standing", standing);
    ui.body.append(list, progress, late, h("p", { class: "hk-soft hk-small" }, ui.t("kept-as-typed")));
    ui.follow(() => {
      for (const spot of spots) spot.update();
      const text = ui.t("progress", ui.state());
      if (progress.textContent !== text) progress.textContent = text;
      standing();
    });
    ui.refreshWhenSeen();
    return onTurningAway(() => spots.map(({ text }) => text));
  });
}

export default { render };
