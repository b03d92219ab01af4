// @ts-check
// The sorting board. `Table` knows where things stand and what a hand can do; the parts around it
// show that and call it.
import { h } from "../../frontend/dom.js";
import { dragging } from "../../frontend/drag.js";
import { mount } from "../../frontend/widget.js";
import { board } from "./board.js";
import { summary } from "./card_reading.js";
import { stage } from "./cards.js";
import { list } from "./list.js";
import { panel } from "./panel.js";
import { Table } from "./table.js";

/** @import { Part, State, Ui, View } from "./table.js" */

/**
 * @typedef {import("../../frontend/types.js").Attributes<HTMLButtonElement>} Attributes
 * @typedef {import("../../frontend/types.js").Where<View, State>} Where
 */

const FILTERS = ["all", "todo", "done"];

/** Progress, filter, undo, the list, and the way to our readings. @param {Table} it @returns {Part} */
function toolbar(it) {
  const { ui } = it;
  const { node, fill } = panel("hk-bar hk-row");
  const button = (
    /** @type {string} */ key,
    /** @type {() => unknown} */ onclick,
    /** @type {Attributes} */ more = {},
  ) => h("button", { type: "button", "data-key": key, onclick, ...more }, ui.t(key));
  const filter = (/** @type {string} */ name) =>
    button(`filter-${name}`, () => it.show(name, it.mode), { "aria-pressed": String(it.filter === name) });
  const compare = () =>
    it.complete
      ? button("compare", () => it.reveal("*"), { disabled: it.asking, class: "hk-primary" })
      : button("compare-now", () => it.reveal("*"), { disabled: it.asking, class: "hk-quiet" });
  const show = (/** @type {number} */ n, /** @type {boolean} */ comparable) => [
    h(
      "div",
      { class: "hk-progress" },
      h("progress", { max: it.order.length, value: n, "aria-hidden": "true" }),
      h("span", {}, ui.t("progress", { n, all: it.order.length })),
    ),
    h("div", { class: "hk-filter", role: "group", "aria-label": ui.t("filter") }, FILTERS.map(filter)),
    button("undo", () => it.undo(), { "aria-disabled": String(!it.moves.length) }),
    button("as-list", () => it.show(it.filter, it.mode === "list" ? "board" : "list"), {
      "aria-pressed": String(it.mode === "list"),
    }),
    comparable ? compare() : null,
  ];
  const update = () => {
    const n = Object.keys(it.now.answers).length;
    const asked = it.current === null && it.mode === "board"; // the stage has the button
    const comparable = n > 0 && !it.now.summary && !asked;
    fill([n, it.filter, it.mode, it.moves.length > 0, it.asking, comparable], () => show(n, comparable));
  };
  return { node, update };
}

/** Ctrl+Z anywhere on the board, but in a text it is the text's own. @param {Table} it */
function undoKey(it) {
  return (/** @type {KeyboardEvent & { target: Element }} */ event) => {
    const asked = event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey) && !event.shiftKey;
    if (!asked || event.target.matches("textarea")) return;
    event.preventDefault();
    return it.undo();
  };
}

/** @param {Ui} ui */
function build(ui) {
  const it = new Table(ui);
  const drag = dragging(
    (card) => it.text[card],
    (card, column) => it.deal(card, column || null),
  );
  it.parts = [toolbar(it), summary(it), stage(it), board(it), list(it)];
  const about = { "data-ordered": String(ui.view.ordered), "data-many": String(it.columns.length > 5) };
  ui.body.append(
    h("p", { class: "hk-question" }, ui.view.question),
    h(
      "div",
      { class: "hk-tabletop", ...about, ...drag.handlers, onkeydown: undoKey(it) },
      it.parts.map((part) => part.node),
    ),
  );
  ui.follow(() => it.update());
  it.resume();
  return () => {
    drag.stop();
    it.stop();
  };
}

/** @param {Where} where */
function render(where) {
  return mount("sort", where, build);
}

export default { render };
