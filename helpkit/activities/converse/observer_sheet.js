// @ts-check
import { h, refill } from "../../frontend/dom.js";
import { note } from "./note.js";

/** @import { Play, StageUi, Turn } from "./types.js" */

/** @typedef {StageUi} Ui */

/** The observer's sheet: what form was each line, beside ours when it is asked for, and notes. */
export class ObserverSheet {
  #ui;
  #table = h("div", { class: "hk-turns" });
  #foot = h("div", {});
  #notes;
  #names;
  /** What was chosen last stands while Python is still being told of it. @type {Map<string, string>} */
  #chosen = new Map();

  /** @param {Ui} ui */
  constructor(ui) {
    this.#ui = ui;
    this.#notes = note(ui);
    this.#names = Object.fromEntries(ui.view.forms.map(({ id, name }) => [id, name]));
    const what = h("p", { class: "hk-soft" }, ui.t("sheet-what"));
    this.node = h("div", { class: "hk-sheet" }, what, this.#table, this.#foot, this.#notes.node);
    this.stop = this.#notes.stop;
  }

  /** @param {Play} play @param {string} turn */
  #mark(play, turn) {
    const item = `form.${play.number}.${turn}`;
    const now = this.#chosen.get(item) ?? play.sheet.marks[turn] ?? "";
    const options = this.#ui.view.forms.map(({ id, name }) => h("option", { value: id, selected: id === now }, name));
    return h(
      "select",
      {
        "data-key": item,
        "aria-label": this.#ui.t("form-of", { number: turn }),
        onchange: ({ currentTarget }) => this.#choose(item, currentTarget.value),
      },
      h("option", { value: "" }, this.#ui.t("no-form")),
      options,
    );
  }

  /** @param {string} item @param {string} form */
  async #choose(item, form) {
    this.#chosen.set(item, form);
    await this.#ui.send({ kind: "answer", item, value: form || null });
    this.#chosen.delete(item);
    this.show();
  }

  /** @param {Play} play @param {string} turn */
  #ours({ sheet: { ours, marks } }, turn) {
    if (!ours) return null;
    const open = marks[turn] ? "ours-other" : "ours-open";
    const key = marks[turn] === ours[turn] ? "ours-same" : open;
    return h("p", { class: "hk-small hk-ours" }, this.#ui.t(key, { form: this.#names[ours[turn]] }));
  }

  /**
   * Where there is little room a row is no row any more to the eye; the roles keep it one to the ear.
   * @param {Play} play @param {Turn} turn @param {number} index
   */
  #row(play, { answer }, index) {
    const number = String(index + 1);
    return h(
      "tr",
      { role: "row" },
      h("th", { scope: "row", role: "rowheader" }, `${number}. ${answer}`),
      h("td", { role: "cell" }, this.#mark(play, number), this.#ours(play, number)),
    );
  }

  /** @param {Play} play */
  #turns(play) {
    const { t, view } = this.#ui;
    if (!play.turns.length) return h("p", { class: "hk-soft" }, t("nothing-said"));
    const column = (/** @type {string} */ key) => h("th", { scope: "col", role: "columnheader" }, t(key, view));
    const head = h("tr", { role: "row" }, ["what-was-said", "which-form"].map(column));
    const rows = play.turns.map((turn, index) => this.#row(play, turn, index));
    return h(
      "table",
      { role: "table" },
      h("caption", { class: "hk-live" }, t("sheet")),
      h("thead", { role: "rowgroup" }, head),
      h("tbody", { role: "rowgroup" }, rows),
    );
  }

  async #compare() {
    const { state, send, say } = this.#ui;
    await send({ kind: "reveal", item: `sheet.${state().play?.number}`, value: null });
    const sheet = state().play?.sheet;
    if (sheet?.ours) say(this.#alike(sheet));
  }

  /** @param {Play["sheet"]} sheet */
  #alike({ same, ours }) {
    return this.#ui.t("same", { same, of: Object.keys(ours ?? {}).length });
  }

  /** @param {Play} play */
  #comparison({ sheet, ending }) {
    const { t } = this.#ui;
    if (sheet.ours) return h("p", { "data-key": "same", tabindex: "-1" }, this.#alike(sheet), " ", t("same-what"));
    if (!ending) return h("p", { class: "hk-soft" }, t("compare-later"));
    return h("button", { type: "button", "data-key": "compare", onclick: () => this.#compare() }, t("compare"));
  }

  show() {
    const { play } = this.#ui.state();
    this.#notes.show();
    if (!play) return;
    refill(this.#table, this.#turns(play));
    refill(this.#foot, this.#comparison(play));
  }
}
