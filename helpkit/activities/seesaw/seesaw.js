// @ts-check
import "../../frontend/charts/drawing.js"; // for its style
import { checkedInput, h, refill, uid } from "../../frontend/dom.js";
import { Knobs } from "../../frontend/knobs.js";
import { twin } from "../../frontend/charts/plot.js";
import { MoveList } from "../../frontend/move_list.js";
import { provenance } from "../../frontend/provenance.js";
import { svg } from "../../frontend/svg.js";
import { mount } from "../../frontend/widget.js";

/** @import { KnobsState, KnobsView, NumberKnob } from "../../frontend/types.js" */

/**
 * @typedef {KnobsView & { people: Record<string, string>, moves: Record<string, string>,
 *   scenes: { name: string, moves: Turn[] }[], longest: number }} View
 * @typedef {KnobsState & { moves: Turn[], heights: [number, number], gap: number, uneasy: number }} State
 * @typedef {import("../../frontend/types.js").Ui<View, State>} Ui
 * @typedef {import("../../frontend/types.js").Where<View, State>} Where
 */

/** @typedef {{ by: string, do: string }} Turn */

/** The drawing: its size, the ground, where height nought is, one step of height, and half a plank. */
const [WIDE, HIGH, GROUND, NOUGHT, STEP, ARM] = [320, 214, 204, 182, 9, 112];
const MIDDLE = WIDE / 2;
/** How far the plank goes on behind a person. */
const OVER = 26;

/**
 * Where plank and people are for two heights: the middle of the plank, its angle, and both ends.
 * @param {number[]} heights the left one and the right one
 */
export function posed([left, right]) {
  const [from, to] = [left, right].map((height) => NOUGHT - height * STEP);
  return { middle: (from + to) / 2, angle: Math.atan2(to - from, 2 * ARM), ends: [from, to] };
}

/**
 * The tilt that a hand wants, on a step and within bounds, when it has moved up by so much on one side.
 * @param {{ low: number, high: number, step: number }} knob @param {number} from
 * @param {number} up in units of the drawing
 */
export function tilted({ low, high, step }, from, up) {
  const steps = Math.round((from + (2 * up) / STEP - low) / step);
  return Math.min(high, Math.max(low, low + steps * step));
}

/** Somebody who stands on the plank, with name and height above the head. @param {string} side */
function person(side) {
  const words = svg("text", { y: -66, "text-anchor": "middle" });
  const body = "M -15 0 L -12 -28 Q -10 -36 0 -36 Q 10 -36 12 -28 L 15 0 Z";
  const node = svg(
    "g",
    { class: `hk-figure hk-figure-${side}` },
    svg("circle", { cy: -48, r: 10 }),
    svg("path", { d: body }),
    words,
  );
  return { node, words };
}

/** @param {SVGElement} node @param {number} x @param {number} y @param {string} [more] */
function place(node, x, y, more = "") {
  node.style.transform = `translate(${x}px, ${y}px) ${more}`;
}

/**
 * The see-saw itself; a hand on it turns the knob of where it begins.
 * @param {Ui} ui @param {Knobs} turned
 */
function board(ui, turned) {
  const sides = Object.keys(ui.view.people);
  const people = sides.map(person);
  const beam = (/** @type {string} */ name) => svg("line", { class: name, x1: -ARM - OVER, x2: ARM + OVER });
  const [plank, liked] = [beam("hk-plank"), beam("hk-liked")];
  const post = svg("path", { class: "hk-post", d: "M 0 0 L -26 100 L 26 100 Z" });
  const ground = svg("line", { class: "hk-ground", x1: 8, x2: WIDE - 8, y1: GROUND, y2: GROUND });
  const held = svg("g", { class: "hk-held" }, plank, ...people.map(({ node }) => node));
  const picture = svg(
    "svg",
    { class: "hk-board", viewBox: `0 0 ${WIDE} ${HIGH}`, role: "img" },
    ground,
    post,
    liked,
    held,
  );
  const knob = ui.view.knobs.find(({ id }) => id === "tilt");
  follow(picture, held, /** @type {NumberKnob} */ (knob), turned);

  const show = () => {
    const { heights, gap, picture: drawn } = ui.state();
    const { middle, angle, ends } = posed(heights);
    place(plank, MIDDLE, middle, `rotate(${angle}rad)`);
    place(liked, MIDDLE, middle, `rotate(${posed([gap / 2, -gap / 2]).angle}rad)`);
    place(post, MIDDLE, middle, `scale(1, ${(GROUND - middle) / 100})`);
    people.forEach(({ node, words }, index) => {
      place(node, MIDDLE + (index ? ARM : -ARM), ends[index]);
      words.textContent = `${ui.view.people[sides[index]]} ${drawn.rows[drawn.rows.length - 1].cells[index].text}`;
    });
    picture.setAttribute("aria-label", drawn.sentences[0]);
  };
  return { node: picture, show };
}

/**
 * Let the plank follow a hand: what goes up on one side comes down on the other.
 * @param {SVGElement} picture @param {SVGElement} held @param {NumberKnob} knob
 * @param {Knobs} turned
 */
function follow(picture, held, knob, turned) {
  /** @type {{ y: number, side: number, from: number } | null} */
  let grip = null;
  const unit = () => WIDE / picture.getBoundingClientRect().width;
  held.addEventListener("pointerdown", (/** @type {PointerEvent} */ event) => {
    const { left, width } = picture.getBoundingClientRect();
    const side = event.clientX < left + width / 2 ? 1 : -1;
    grip = { y: event.clientY, side, from: Number(turned.at(knob.id)) };
    held.setPointerCapture(event.pointerId);
    picture.classList.add("hk-in-hand");
    event.preventDefault();
  });
  held.addEventListener("pointermove", (/** @type {PointerEvent} */ { clientY }) => {
    if (!grip) return;
    const wanted = tilted(knob, grip.from, grip.side * (grip.y - clientY) * unit());
    if (wanted !== turned.at(knob.id)) turned.turn(knob.id, wanted);
  });
  const release = () => {
    if (!grip) return;
    const moved = turned.at(knob.id) !== grip.from;
    grip = null;
    picture.classList.remove("hk-in-hand");
    if (moved) turned.leave(knob.id);
  };
  held.addEventListener("pointerup", release);
  held.addEventListener("pointercancel", release);
}

/** How uneasy both are: a bar, and in words. @param {Ui} ui */
function unease(ui) {
  const bar = h("div", {});
  const words = h("div", { class: "hk-words" });
  const node = h(
    "div",
    {},
    h("div", { class: "hk-uneasy", "aria-hidden": "true" }, h("span", {}, ui.t("discomfort")), h("div", {}, bar)),
    words,
  );
  const show = () => {
    const { uneasy, picture } = ui.state();
    bar.style.width = `${100 * uneasy}%`;
    refill(
      words,
      picture.sentences.map((text) => h("p", {}, text)),
    );
  };
  return { node, show };
}

/** Who does what, and what was done so far. @param {Ui} ui */
function talk(ui) {
  const [by] = Object.keys(ui.view.people);
  const name = uid("who");
  const tries = ui.view.scenes.map((scene, index) => ({ key: `scene-${index}`, ...scene }));
  /** @type {MoveList<Turn>} */
  const list = new MoveList(ui, tries, `by-${by}`);
  const who = (/** @type {string} */ side) =>
    h(
      "label",
      { class: "hk-option" },
      h("input", { type: "radio", name, value: side, checked: side === by, "data-key": `by-${side}` }),
      ui.view.people[side],
    );
  const people = h(
    "fieldset",
    { class: "hk-who" },
    h("legend", {}, ui.t("who")),
    h("div", { class: "hk-options" }, Object.keys(ui.view.people).map(who)),
  );
  const move = (/** @type {string} */ id) => {
    const press = () => list.add({ by: checkedInput(people)?.value ?? by, do: id });
    return h("button", { type: "button", "data-key": id, onclick: press }, ui.view.moves[id]);
  };
  const moves = Object.keys(ui.view.moves).map(move);
  const does = h("div", { class: "hk-does", role: "group", "aria-label": ui.t("what") }, moves);
  return { node: h("div", { class: "hk-talk" }, people, does, list.node), show: () => list.show() };
}

/** @param {Where} where */
function render(where) {
  return mount("seesaw", where, (ui) => {
    const turned = new Knobs(ui);
    const [plank, felt, conversation] = [board(ui, turned), unease(ui), talk(ui)];
    const table = h("div", {});
    const numbers = h("details", {}, h("summary", {}, ui.t("table")), table);
    const seen = h(
      "div",
      { class: "hk-drawing" },
      plank.node,
      h("p", { class: "hk-soft hk-small" }, ui.t("by-hand")),
      felt.node,
      numbers,
    );
    ui.body.append(
      h("div", { class: "hk-bench" }, seen, h("div", { class: "hk-doing" }, conversation.node, turned.node)),
      provenance(ui),
    );
    ui.follow(() => {
      for (const part of [turned, plank, felt, conversation]) part.show();
      refill(table, twin(ui.state().picture, { onpick: () => {} }));
    });
    return turned.stop;
  });
}

export default { render };
