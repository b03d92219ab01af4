// @ts-check
import { h, refill } from "../../frontend/shared.js";
import { note } from "./note.js";

/** The observer's sheet: what form was each line, beside ours when it is asked for, and notes. @param {any} ui */
export function sheet(ui) {
  const table = h("div", { class: "hk-turns" });
  const foot = h("div", {});
  const notes = note(ui);
  const names = Object.fromEntries(ui.view.forms.map((/** @type {any} */ one) => [one.id, one.name]));
  /** What was chosen last stands while Python is still being told of it. @type {Map<string, string>} */
  const telling = new Map();
  const mark = (/** @type {any} */ play, /** @type {string} */ turn) => {
    const item = `form.${play.number}.${turn}`;
    const now = telling.get(item) ?? play.sheet.marks[turn] ?? "";
    const options = [h("option", { value: "" }, ui.t("no-form")), ...ui.view.forms.map((/** @type {any} */ { id, name }) => h("option", { value: id, selected: id === now }, name))];
    const choose = async (/** @type {any} */ { target }) => {
      telling.set(item, target.value);
      await ui.send({ kind: "answer", item, value: target.value || null });
      telling.delete(item);
      show();
    };
    return h("select", { "data-key": item, "aria-label": ui.t("form-of", { number: turn }), onchange: choose }, options);
  };
  const ours = (/** @type {any} */ { sheet }, /** @type {string} */ turn) => {
    if (!sheet.ours) return null;
    const same = sheet.marks[turn] === sheet.ours[turn];
    const key = same ? "ours-same" : sheet.marks[turn] ? "ours-other" : "ours-open";
    return h("p", { class: "hk-small hk-ours" }, ui.t(key, { form: names[sheet.ours[turn]] }));
  };
  // Where there is little room a row is no row any more to the eye; the roles keep it one to the ear.
  const row = (/** @type {any} */ play) => (/** @type {any} */ turn, /** @type {number} */ index) => {
    const number = String(index + 1);
    return h("tr", { role: "row" }, h("th", { scope: "row", role: "rowheader" }, `${number}. ${turn.answer}`), h("td", { role: "cell" }, mark(play, number), ours(play, number)));
  };
  const compare = async () => {
    const { play } = ui.state();
    await ui.send({ kind: "reveal", item: `sheet.${play.number}`, value: null });
    const { same, ours: told } = ui.state().play.sheet;
    if (told) ui.say(ui.t("same", { same, of: Object.keys(told).length }));
  };
  const end = (/** @type {any} */ play) => {
    const { ours: told, same } = play.sheet;
    if (told) return h("p", { "data-key": "same", tabindex: "-1" }, ui.t("same", { same, of: Object.keys(told).length }), " ", ui.t("same-what"));
    if (!play.ending) return h("p", { class: "hk-soft" }, ui.t("compare-later"));
    return h("button", { type: "button", "data-key": "compare", onclick: compare }, ui.t("compare"));
  };
  const show = () => {
    const { play } = ui.state();
    notes.show();
    if (!play) return;
    const head = h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, ["what-was-said", "which-form"].map((key) => h("th", { scope: "col", role: "columnheader" }, ui.t(key, ui.view)))));
    const body = h("tbody", { role: "rowgroup" }, play.turns.map(row(play)));
    refill(table, play.turns.length ? h("table", { role: "table" }, h("caption", { class: "hk-live" }, ui.t("sheet")), head, body) : h("p", { class: "hk-soft" }, ui.t("nothing-said")));
    refill(foot, end(play));
  };
  const node = h("div", { class: "hk-sheet" }, h("p", { class: "hk-soft" }, ui.t("sheet-what")), table, foot, notes.node);
  return { node, show, stop: notes.stop };
}
