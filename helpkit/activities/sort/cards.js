// @ts-check
// One card, large, with the columns to choose from and, once it is revealed, our reading of it.
import { focusOn, h } from "../../frontend/dom.js";
import { nextCard } from "./board.js";
import { panel } from "./panel.js";
import { reading } from "./card_reading.js";

/** @import { Attributes } from "../../frontend/types.js" */
/** @import { Column, Part, Table } from "./table.js" */

/** @param {Table} it @returns {Part} */
export function stage(it) {
  const hand = panel("hk-hand");
  const choices = panel("hk-choices", { role: "group", "aria-label": it.ui.view.question });
  const acts = panel("hk-row hk-acts");
  const ours = panel("hk-ours");
  const argue = h("div", {});
  const node = h("div", { class: "hk-stage" }, hand.node, choices.node, acts.node, ours.node, argue);

  // Going from card to card, the buttons stand above whatever is long or short, so that they stay put.
  const compare = (/** @type {boolean} */ yes) => {
    if (node.classList.contains("hk-comparing") === yes) return;
    node.classList.toggle("hk-comparing", yes);
    if (yes) node.prepend(acts.node);
    else choices.node.after(acts.node);
  };
  const show = (/** @type {string} */ card) => {
    const { now, asking } = it;
    const column = it.place(card);
    const revealed = now.revealed[card] ?? null;
    const unsure = it.unsure(card);
    compare(Boolean(now.summary));
    hand.fill([card, column, Boolean(now.summary)], () => atHand(it, card));
    choices.fill([card, column], () => it.ui.view.columns.map((column) => choice(it, card, column)));
    choices.node.classList.toggle("hk-brief", Boolean(revealed));
    acts.fill(
      [card, column, unsure, asking, it.settling.has(card), now.order, nextCard(it.order, now.answers, card)],
      () => actions(it, card),
    );
    ours.fill([card, column, unsure, revealed], () => reading(it, card));
    hang(argue, it.argument(card));
  };
  /** A part that shows nothing holds no key of what is shown elsewhere. */
  const clear = () => {
    for (const part of [choices, acts, ours]) part.fill(null, () => []);
    hang(argue, null);
  };
  const update = () => {
    node.hidden = it.mode !== "board";
    node.classList.toggle("hk-finished", it.current === null);
    if (!node.hidden && it.current !== null) return show(it.current);
    clear();
    hand.fill([node.hidden, it.order.filter((card) => it.unsure(card)).length, it.asking], () =>
      node.hidden ? [] : finished(it),
    );
  };
  return { node, update };
}

/**
 * Show this node there, if it does not stand there already.
 * @param {HTMLElement} parent @param {HTMLElement | null} child
 */
export function hang(parent, child) {
  if (parent.firstChild !== child) parent.replaceChildren(...(child ? [child] : []));
}

/**
 * @param {Table} it @param {string} key @param {() => unknown} onclick
 * @param {Attributes<HTMLButtonElement>} [more]
 */
function button(it, key, onclick, more = {}) {
  return h("button", { type: "button", "data-key": key, onclick, ...more }, it.ui.t(key));
}

/** @param {Table} it @param {string} card */
function atHand(it, card) {
  const { text, sub } = it.cards[it.order.indexOf(card)];
  return [
    h("p", { class: "hk-eyebrow" }, eyebrow(it, card)),
    h(
      "div",
      { class: "hk-big", "data-card": card },
      h("span", { class: "hk-grip", "aria-hidden": "true" }),
      h("div", {}, h("p", { class: "hk-said" }, text), sub ? h("p", { class: "hk-soft hk-small" }, sub) : null),
      room(it),
    ),
  ];
}

/** Room for the longest card, so that what stands below the card at hand does not move with each. @param {Table} it */
function room(it) {
  const longest = (/** @type {"text" | "sub"} */ part) =>
    it.cards.map((card) => card[part]).reduce((longest, text) => (text.length > longest.length ? text : longest));
  return h(
    "div",
    { class: "hk-room", "aria-hidden": "true" },
    h("p", { class: "hk-said" }, longest("text")),
    longest("sub") ? h("p", { class: "hk-small" }, longest("sub")) : null,
  );
}

/** @param {Table} it @param {string} card */
function eyebrow(it, card) {
  const { now, order, ui } = it;
  if (now.summary) return ui.t("in-order", { n: now.order.indexOf(card) + 1, all: order.length });
  const column = it.place(card);
  return column === null ? ui.t("at-hand") : ui.t("lies-in", { column: it.named(column) });
}

/** @param {Table} it */
function finished(it) {
  const doubts = it.order.filter((card) => it.unsure(card)).length;
  return [
    h("p", { class: "hk-said" }, it.ui.t("all-placed")),
    h("p", { class: "hk-soft" }, it.ui.t("all-placed-next", { n: doubts })),
    button(it, "compare", () => it.reveal("*"), { class: "hk-primary", disabled: it.asking }),
  ];
}

/**
 * A column as a button; pressed again it takes the card back.
 * @param {Table} it @param {string} card @param {Column} column
 */
function choice(it, card, { id, label, hint }) {
  const isHere = it.place(card) === id;
  const press = () => {
    const done = it.deal(card, isHere ? null : id);
    if (it.current === null) focusOn(it.ui.root, "compare");
    return done;
  };
  return h(
    "button",
    {
      type: "button",
      class: "hk-choice",
      "data-column": id,
      "data-key": `choice.${id}`,
      "aria-pressed": String(isHere),
      onclick: press,
    },
    h("span", { class: "hk-label" }, label),
    hint ? h("span", { class: "hk-hint" }, hint) : null,
  );
}

/** What can be done with the card at hand. @param {Table} it @param {string} card */
function actions(it, card) {
  const { order, revealed, summary } = it.now;
  if (summary)
    return [step(it, "previous", order[order.indexOf(card) - 1]), step(it, "next", order[order.indexOf(card) + 1])];
  const doubt = button(it, "unsure", () => it.doubt(card), { "aria-pressed": String(it.unsure(card)) });
  const next = nextCard(it.order, it.now.answers, card);
  const onward = () => (next === null ? it.set({ current: null }) : it.bring(next));
  if (it.place(card) === null) return [doubt, next === card ? null : button(it, "later", onward)];
  const off = it.asking || it.settling.has(card);
  return [
    revealed[card] ? null : [doubt, button(it, "see-ours", () => it.reveal(card), { disabled: off })],
    button(it, "next", onward),
  ];
}

/** One card on or back in the order of dispute. @param {Table} it @param {string} key @param {string | undefined} to */
function step(it, key, to) {
  const go = () => to && it.bring(to);
  return button(it, key, go, { "aria-disabled": String(!to), class: key === "next" ? "hk-primary" : null });
}
