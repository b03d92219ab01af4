// @ts-check
import { h, mount, uid } from "../../../frontend/shared.js";
import { kept, onTurningAway } from "../../../frontend/text_field.js";

/** @typedef {{ node: HTMLElement, keeper: any, update: () => void }} Spot */

/**
 * A field for a number. Whatever is typed stays; Python says whether it can be read.
 * @param {any} ui @param {string} spot @param {string} label @param {string} hint
 */
function numberField(ui, spot, label, hint) {
  const id = uid("number");
  const told = h("p", { id: `${id}-told`, class: "hk-told" });
  const field = h("input", {
    id,
    type: "text",
    autocomplete: "off",
    spellcheck: "false",
    maxlength: ui.view.longest,
    "data-key": spot,
    "aria-describedby": `${id}-hint ${id}-told`,
    oninput: () => keeper.typed(),
    onrest: () => keeper.save(),
    onblur: () => tidy(),
    onkeydown: (/** @type {KeyboardEvent} */ { key }) => (key === "Enter" ? tidy() : null),
  });
  const answer = () => ui.state().answers[spot] ?? { typed: "", problem: "" };
  const typed = () => (answer().typed === ui.view.impossible ? "" : answer().typed);
  const show = () => {
    const problem = field.value === typed() ? answer().problem : "";
    const text = problem ? ui.t(problem, { typed: field.value }) : "";
    if (text && text !== told.textContent) ui.say(text);
    told.textContent = text;
    field.setAttribute("aria-invalid", String(Boolean(problem)));
    node.dataset.standing = keeper.standing();
  };
  const tidy = () => {
    field.value = field.value.trim();
    return keeper.save();
  };
  const keeper = kept(ui, {
    item: spot,
    field,
    happening: (text) => ({ kind: "answer", item: spot, value: text.trim() ? text : null }),
    saved: () => ({ text: typed(), held: false }),
    show: () => {
      show();
      node.dispatchEvent(new Event("standing", { bubbles: true }));
    },
  });
  const help = h("p", { id: `${id}-hint`, class: "hk-live" }, hint);
  const node = h("div", { class: "hk-number" }, h("label", { for: id }, label), field, help, told, keeper.other);
  const update = () => {
    keeper.receive();
    show();
  };
  keeper.restore();
  return { node, keeper, update };
}

/** The fewest thanks: a number, or that no number is enough. @param {any} ui @param {string} spot */
function thanksField(ui, spot) {
  const number = numberField(ui, spot, ui.t("fewest"), ui.t("whole"));
  let telling = 0;
  const choose = async () => {
    telling += 1;
    number.keeper.settleOn("");
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
  return { node, keeper: number.keeper, update };
}

/** What happened, move by move. @param {any} ui @param {any} item @param {string} name */
function moves(ui, item, name) {
  const heads = ["move", "what", "worth"].map((key) => h("th", { scope: "col" }, ui.t(key)));
  const row = (/** @type {any} */ { by, to, does, value }, /** @type {number} */ index) =>
    h("tr", {}, h("td", {}, String(index + 1)), h("td", {}, ui.t(does, { by, to })), h("td", {}, value || h("span", { "aria-label": ui.t("nothing") }, "–")));
  return h("table", { "aria-labelledby": name }, h("thead", {}, h("tr", {}, heads)), h("tbody", {}, item.moves.map(row)));
}

/** One evening with its fields. @param {any} ui @param {any} item @param {number} index */
function evening(ui, item, index) {
  const name = uid("evening");
  const spots = item.spots.map((/** @type {any} */ { id, who }) => (item.asks === "thanks" ? thanksField(ui, id) : numberField(ui, id, ui.t("balance", { who }), ui.t("decimals"))));
  const node = h(
    "li",
    {},
    h("h4", { id: name }, ui.t("evening", { number: index + 1 })),
    h("p", {}, item.text),
    h("p", { class: "hk-factor" }, ui.t("factor", { factor: item.factor })),
    h("div", { class: "hk-beside" }, moves(ui, item, name), h("div", { class: "hk-asked", role: "group", "aria-labelledby": name }, spots.map((/** @type {Spot} */ one) => one.node))),
  );
  return { node, spots };
}

/** @param {{ model: any, el: HTMLElement }} where */
function render(where) {
  return mount("ledger", where, (/** @type {any} */ ui) => {
    const progress = h("p", { class: "hk-progress", role: "status" });
    const late = h("p", { class: "hk-soft hk-small hk-late", role: "status" });
    const evenings = ui.view.items.map((/** @type {any} */ item, /** @type {number} */ index) => evening(ui, item, index));
    const list = h("ol", { class: "hk-evenings" }, evenings.map((/** @type {any} */ one) => one.node));
    /** @type {Spot[]} */
    const spots = evenings.flatMap((/** @type {any} */ one) => one.spots);
    const standing = () => {
      const stand = spots.map(({ keeper }) => keeper.standing());
      late.textContent = stand.includes("full") ? ui.t("no-room") : stand.includes("late") ? ui.t("late") : "";
    };
    list.addEventListener("standing", standing);
    ui.body.append(list, progress, late, h("p", { class: "hk-soft hk-small" }, ui.t("kept-as-typed")));
    ui.follow(() => {
      for (const one of spots) one.update();
      const text = ui.t("progress", ui.state());
      if (progress.textContent !== text) progress.textContent = text;
      standing();
    });
    ui.refreshWhenSeen();
    return onTurningAway(() => spots.map(({ keeper }) => keeper));
  });
}

export default { render };
