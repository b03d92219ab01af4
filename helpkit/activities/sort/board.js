// @ts-check
// The pile and the columns: cards that lie somewhere, and the keys that carry them.
import { focusOn, h, uid } from "../../frontend/dom.js";
import { over } from "../../frontend/drag.js";
import { panel } from "./panel.js";
import { mark } from "./card_reading.js";

/** @import { Card, Part, Table } from "./table.js" */

/** @type {Record<string, number>} */
const STEP = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 };

/**
 * The next card without a place, from `after` on and round the corner; null when all have one.
 * @param {string[]} order @param {Record<string, string>} answers @param {string | null} after
 */
export function nextCard(order, answers, after) {
  const start = after === null ? 0 : order.indexOf(after) + 1;
  return [...order.slice(start), ...order.slice(0, start)].find((card) => !(card in answers)) ?? null;
}

/**
 * Which cards lie where: the pile first, then each column.
 * @param {string[]} order @param {string[]} columns @param {Record<string, string>} answers
 */
export function spread(order, columns, answers) {
  return [undefined, ...columns].map((column) => order.filter((card) => answers[card] === column));
}

/**
 * Where an arrow takes the focus: up and down in a list, left and right to the next with cards.
 * @param {string[][]} lists @param {string} card @param {string} key
 */
export function arrow(lists, card, key) {
  const at = lists.findIndex((list) => list.includes(card));
  const row = lists[at].indexOf(card);
  if (key === "ArrowUp" || key === "ArrowDown") return lists[at][row + STEP[key]] ?? card;
  for (let i = at + STEP[key]; i in lists; i += STEP[key])
    if (lists[i].length) return lists[i][Math.min(row, lists[i].length - 1)];
  return card;
}

/**
 * Where an arrow carries a held card: the pile (null), then the columns, and no further.
 * @param {string[]} columns @param {string | null} at @param {string} key
 */
export function carry(columns, at, key) {
  const places = [null, ...columns];
  return places[Math.max(0, Math.min(columns.length, places.indexOf(at) + STEP[key]))];
}

/**
 * Put these nodes into the list in this order; those that stand right are not touched.
 * @param {HTMLElement} list @param {HTMLElement[]} nodes
 */
export function arrange(list, nodes) {
  const active = /** @type {HTMLElement | null} */ (document.activeElement);
  nodes.forEach((node, i) => {
    if (list.children[i] !== node) list.insertBefore(node, list.children[i] ?? null);
  });
  if (active && active !== document.activeElement && list.contains(active)) active.focus({ preventScroll: true });
}

/**
 * A card as it lies in the pile or in a column.
 * @param {Table} it @param {Card} card @param {string} keys where the keys are explained
 */
function small(it, { id, text }, keys) {
  const marks = panel("hk-marks");
  const button = h(
    "button",
    {
      type: "button",
      class: "hk-card",
      "data-card": id,
      "data-key": `card.${id}`,
      "aria-describedby": keys,
      onanimationend: ({ currentTarget }) => currentTarget.classList.remove("hk-settle"),
    },
    h("span", { class: "hk-grip", "aria-hidden": "true" }),
    h("span", { class: "hk-text" }, text),
    marks.node,
  );
  let lay = it.place(id);
  const update = () => {
    const verdict = it.now.revealed[id]?.verdict;
    const unsure = it.unsure(id) && !verdict;
    if (lay !== it.place(id)) button.classList.add("hk-settle");
    lay = it.place(id);
    button.setAttribute("aria-current", String(it.current === id));
    button.setAttribute("aria-pressed", String(it.held?.card === id));
    marks.fill([verdict, unsure], () => [
      unsure ? h("span", { class: "hk-doubt" }, it.ui.t("mark-unsure")) : null,
      verdict ? [mark(verdict), h("span", { class: "hk-live" }, it.ui.t(`short-${verdict}`))] : null,
    ]);
  };
  return { node: h("li", {}, button), button, update };
}

/**
 * The pile, which has no name of its own among the columns, or a column.
 * @param {Table} it @param {string} column @param {string} label
 */
function place(it, column, label) {
  const list = h("ul", {});
  const count = h("span", { class: "hk-count" });
  const empty = h("p", { class: "hk-soft hk-small hk-empty" }, it.ui.t(column ? "empty" : "empty-pile"));
  const node = h(
    "div",
    { class: column ? "hk-column" : "hk-pile", role: "group", "data-column": column, "aria-label": label },
    h("h4", {}, label, " ", count),
    list,
    empty,
  );
  /** @param {ReturnType<typeof small>[]} cards */
  const show = (cards) => {
    arrange(
      list,
      cards.map((card) => card.node),
    );
    count.textContent = String(cards.length);
    empty.hidden = cards.length > 0;
    const buttons = cards.map((card) => card.button);
    const stop =
      buttons.find((button) => button === document.activeElement) ??
      buttons.find((button) => button.dataset.card === it.current) ??
      buttons[0];
    for (const button of buttons) button.tabIndex = button === stop ? 0 : -1;
  };
  return { node, show };
}

/** @param {Table} it @returns {Part} */
export function board(it) {
  const { ui } = it;
  const keys = uid("keys");
  const cards = new Map(it.cards.map((card) => [card.id, small(it, card, keys)]));
  const places = [place(it, "", ui.t("pile")), ...it.columns.map((column) => place(it, column, it.label[column]))];
  const [pile, ...columns] = places.map((place) => place.node);
  const focus = (/** @type {string | null} */ card) =>
    card === null ? focusOn(ui.root, "compare") : cards.get(card)?.button.focus();
  const reach = (/** @type {string | null} */ column) =>
    places[column === null ? 0 : it.columns.indexOf(column) + 1].node.scrollIntoView({ block: "nearest" });
  const { onkeydown, release } = keyboard(it, focus, reach);
  const onfocusout = (/** @type {FocusEvent} */ event) => {
    if (it.held && event.relatedTarget instanceof Node && !node.contains(event.relatedTarget)) release();
  };
  const node = h(
    "div",
    { class: "hk-board", onclick: pointer(it), onkeydown, onfocusout },
    pile,
    h("div", { class: "hk-columns" }, columns),
    h("p", { class: "hk-soft hk-small", id: keys }, ui.t("keys")),
  );
  const update = () => {
    node.hidden = it.mode !== "board";
    node.dataset.filter = it.filter;
    cards.forEach((card) => card.update());
    spread(it.order, it.columns, it.now.answers).forEach((ids, i) =>
      places[i].show(ids.map((id) => /** @type {ReturnType<typeof small>} */ (cards.get(id)))),
    );
  };
  return { node, update };
}

/** A click on a card brings it to hand, one on a column puts the card at hand there. @param {Table} it */
function pointer(it) {
  return (/** @type {{ target: Element }} */ { target }) => {
    const card = /** @type {HTMLElement | null} */ (target.closest("[data-card]"));
    const column = /** @type {HTMLElement | null} */ (target.closest("[data-column]"));
    if (card) {
      it.bring(card.dataset.card ?? "");
      it.ui.root.querySelector(".hk-stage")?.scrollIntoView({ block: "nearest" });
    } else if (column && it.current !== null && !it.now.revealed[it.current])
      return it.deal(it.current, column.dataset.column || null);
  };
}

/**
 * Enter or Space picks a card up and puts it down, arrows carry it, Escape puts it back.
 * @param {Table} it @param {(card: string | null) => void} focus null is the way on when no card is left
 * @param {(column: string | null) => void} reach
 */
function keyboard(it, focus, reach) {
  const { say, t, root } = it.ui;
  const hold = (/** @type {string} */ card, /** @type {string | null} */ at, /** @type {string} */ said) => {
    it.set({ current: card, held: { card, at } });
    over(root, at ?? "");
    say(t(said, { card: it.text[card], column: it.named(at) }));
  };
  const release = () => {
    it.set({ held: null });
    over(root, null);
  };
  const drop = (/** @type {string} */ card, /** @type {string | null} */ at) => {
    const first = it.place(card) === null && at !== null;
    over(root, null);
    const done = it.deal(card, at);
    focus(first ? it.current : card);
    return done;
  };
  const back = (/** @type {string} */ card) => {
    release();
    say(t("say-put-back", { card: it.text[card] }));
  };
  const move = (
    /** @type {string} */ card,
    /** @type {string} */ key,
    /** @type {{ at: string | null } | null} */ held,
  ) => {
    if (!held) return focus(arrow(spread(it.order, it.columns, it.now.answers), card, key));
    const at = carry(it.columns, held.at, key);
    hold(card, at, "say-over");
    reach(at);
  };
  const onkeydown = (/** @type {KeyboardEvent & { target: Element }} */ event) => {
    const card = /** @type {HTMLElement | null} */ (event.target.closest("[data-card]"))?.dataset.card;
    if (!card || event.ctrlKey || event.metaKey || event.altKey) return;
    const held = it.held?.card === card ? it.held : null;
    const { key } = event;
    if (!(key in STEP || key === "Enter" || key === " " || (key === "Escape" && held))) return;
    event.preventDefault();
    if (key in STEP) return move(card, key, held);
    if (key === "Escape") return back(card);
    if (event.repeat) return; // a key that is kept down neither drops nor picks up again
    return held ? drop(card, held.at) : hold(card, it.place(card), "say-held");
  };
  return { onkeydown, release };
}
