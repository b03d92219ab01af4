// @ts-check
import { h, refill, uid } from "../../frontend/dom.js";
import { plot, twin } from "../../frontend/charts/plot.js";
import { mount } from "../../frontend/widget.js";

/** @import { Drawn, Figure, Host, Picture } from "../../frontend/types.js" */

/**
 * @typedef {{ id: string, name: string, question: string }} Dimension
 * @typedef {{ dimensions: Dimension[], cards: Record<string, string> }} View
 * @typedef {{ choice: Choice, cards: Record<string, string[]>, sorted: Record<string, number>,
 *   unsorted: string[] } & Drawn} State
 * @typedef {import("../../frontend/types.js").Ui<View, State>} Ui
 * @typedef {import("../../frontend/types.js").Where<View, State>} Where
 */

/** @typedef {{ x: string, y: string, whose: string }} Choice */

const UNSORTED = "unsorted";
/** Half the height of a square in pixels, wherever the name of its row stands. */
const HALF = 22;

/**
 * The choice with another question on one side; the two never are the same, they change places.
 * @param {Choice} choice @param {"x" | "y"} side @param {string} id @returns {Choice}
 */
export function changed(choice, side, id) {
  const other = side === "x" ? "y" : "x";
  const swapped = choice[other] === id ? { [other]: choice[side] } : {};
  return { ...choice, [side]: id, ...swapped };
}

/**
 * The figure with a frame round the square of this key.
 * @param {Figure} figure @param {string | null} key
 */
export function framed(figure, key) {
  const [{ customdata }] = figure.data;
  const y = customdata.findIndex((/** @type {string[]} */ row) => key !== null && row.includes(key));
  if (y < 0) return figure;
  const x = customdata[y].indexOf(key);
  const high = { ysizemode: "pixel", yanchor: y, y0: -HALF, y1: HALF };
  const frame = { type: "rect", x0: x - 0.5, x1: x + 0.5, ...high, line: { color: "@accent", width: 3 } };
  return { ...figure, layout: { ...figure.layout, shapes: [frame] } };
}

/**
 * What a square is called: its cell in the table says it in full.
 * @param {Picture} picture @param {string} key
 */
export function named({ figure }, key) {
  const [{ customdata, hovertext }] = figure.data;
  const index = customdata.flat().indexOf(key);
  return index < 0 ? null : hovertext.flat()[index];
}

/** @param {Ui} ui @param {"x" | "y"} side @param {() => Choice} wanted @param {(next: Choice) => void} choose */
function select(ui, side, wanted, choose) {
  const id = uid(side);
  const options = ui.view.dimensions.map((dimension) => h("option", { value: dimension.id }, dimension.name));
  const question = h("p", { id: `${id}-question`, class: "hk-soft hk-small" });
  const field = h(
    "select",
    {
      id,
      "aria-describedby": question.id,
      onchange: ({ currentTarget }) => choose(changed(wanted(), side, currentTarget.value)),
    },
    options,
  );
  const node = h("div", { class: "hk-field" }, h("label", { for: id }, ui.t(side)), field, question);
  const show = () => {
    field.value = wanted()[side];
    question.textContent = ui.view.dimensions.find((dimension) => dimension.id === field.value)?.question ?? "";
  };
  return { node, show };
}

/** @param {Ui} ui @param {() => Choice} wanted @param {(next: Choice) => void} choose */
function toggle(ui, wanted, choose) {
  const name = uid("whose");
  const radio = (/** @type {string} */ whose) =>
    h("input", { type: "radio", name, value: whose, onchange: () => choose({ ...wanted(), whose }) });
  const radios = ["mine", "ours"].map(radio);
  const node = h(
    "fieldset",
    { class: "hk-field" },
    h("legend", {}, ui.t("whose")),
    h(
      "div",
      { class: "hk-row" },
      radios.map((radio) => h("label", { class: "hk-option" }, radio, ui.t(radio.value))),
    ),
  );
  const show = () => radios.forEach((radio) => (radio.checked = radio.value === wanted().whose));
  return { node, show };
}

/**
 * The three controls. They show what was last wanted, also while Python is still at an earlier wish.
 * @param {Ui} ui
 */
function controls(ui) {
  let wanted = ui.state().choice;
  let waiting = 0;
  const choose = async (/** @type {Choice} */ next) => {
    wanted = next;
    waiting += 1;
    show();
    await ui.send({ kind: "choice", item: "view", value: next });
    waiting -= 1;
    show();
  };
  const all = [
    select(ui, "x", () => wanted, choose),
    select(ui, "y", () => wanted, choose),
    toggle(ui, () => wanted, choose),
  ];
  const show = () => {
    if (!waiting) wanted = ui.state().choice;
    all.forEach((control) => control.show());
  };
  return {
    node: h(
      "div",
      { class: "hk-controls" },
      all.map((control) => control.node),
    ),
    show,
  };
}

/**
 * How far the learner is, when the map is theirs.
 * @param {Ui} ui @param {string | null} picked @param {(key: string) => void} pick
 */
function progress(ui, picked, pick) {
  const { choice, sorted, unsorted } = ui.state();
  if (choice.whose === "ours") return [];
  const total = Object.keys(ui.view.cards).length;
  const done = Object.entries(sorted).map(([name, n]) => h("li", {}, ui.t("sorted", { name, n, total })));
  const more = {
    type: "button",
    "data-key": UNSORTED,
    "aria-pressed": String(picked === UNSORTED),
    onclick: () => pick(UNSORTED),
  };
  return [
    h("ul", { class: "hk-sorted" }, done),
    unsorted.length ? h("button", more, ui.t(UNSORTED, { n: unsorted.length })) : null,
  ];
}

/** The cards of what is picked. @param {Ui} ui @param {string | null} picked */
function panel(ui, picked) {
  const { picture, cards, unsorted } = ui.state();
  if (picked === null) return [h("p", { class: "hk-soft" }, ui.t("pick"))];
  const ids = picked === UNSORTED ? unsorted : (cards[picked] ?? []);
  const title = picked === UNSORTED ? ui.t(UNSORTED, { n: ids.length }) : named(picture, picked);
  return [
    h("h4", {}, title),
    ids.length
      ? h(
          "ul",
          { class: "hk-cards" },
          ids.map((id) => h("li", {}, ui.view.cards[id])),
        )
      : h("p", { class: "hk-soft" }, ui.t("no-cards")),
  ];
}

/**
 * The map with its words, its table and the cards of one square.
 * @param {Ui} ui @param {Host} host
 */
function map(ui, host) {
  /** @type {string | null} */
  let picked = null;
  const pick = (/** @type {string} */ key) => {
    picked = key;
    show();
    ui.say([...cards.querySelectorAll("h4, li, p")].map((node) => node.textContent).join(" "));
  };
  const picture = plot(ui, host, pick);
  const [done, words, cards, table] = ["done", "words", "panel", "twin"].map((name) =>
    h("div", { class: `hk-${name}` }),
  );
  const details = h("details", {}, h("summary", {}, ui.t("table")), table);
  const show = () => {
    const drawn = ui.state().picture;
    picture.draw(framed(drawn.figure, picked), drawn.name);
    refill(done, progress(ui, picked, pick));
    refill(
      words,
      drawn.sentences.map((text) => h("p", {}, text)),
    );
    refill(cards, panel(ui, picked));
    refill(table, twin(drawn, { picked, onpick: pick }));
  };
  const forget = () => (picked = null);
  return {
    nodes: [done, words, h("div", { class: "hk-drawn" }, h("div", {}, picture.node, details), cards)],
    show,
    forget,
    stop: picture.stop,
  };
}

/** @param {Where} where */
function render(where) {
  return mount("map", where, (ui) => {
    const choices = controls(ui);
    const shown = map(ui, where.host);
    let before = ui.state().choice;
    ui.body.append(choices.node, ...shown.nodes);
    ui.follow(() => {
      const { choice, picture } = ui.state();
      if (JSON.stringify(choice) !== JSON.stringify(before)) {
        shown.forget();
        ui.say(picture.sentences[0]);
      }
      before = choice;
      choices.show();
      shown.show();
    });
    ui.refreshWhenSeen();
    return shown.stop;
  });
}

export default { render };
