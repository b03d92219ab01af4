// @ts-check
// Drag what has `data-card` onto what has `data-column`. The mouse takes a card anywhere, a finger by
// its grip, so that a page full of cards can still be scrolled by touch.
import { h } from "./dom.js";

/** How far a pointer moves before it drags, how near the edge it scrolls, how fast: pixels. */
const SLACK = 6;
const EDGE = 60;
const FASTEST = 18;
const WIDEST = 300;

/** Pixels to scroll in one frame, up is negative. @param {number} y @param {number} top @param {number} bottom */
export function edgeSpeed(y, top, bottom) {
  const deep = Math.max(top + EDGE - y, y - (bottom - EDGE), 0);
  const speed = Math.min(FASTEST, Math.ceil((deep / EDGE) * FASTEST));
  return y < top + EDGE ? -speed : speed;
}

/**
 * Show where a card would land: a column, "" for the pile, null for nowhere.
 * @param {HTMLElement} root @param {string | null} column
 */
export function over(root, column) {
  for (const node of root.querySelectorAll("[data-column]"))
    node.classList.toggle("hk-over", /** @type {HTMLElement} */ (node).dataset.column === column);
}

/** Scroll whatever has its edge near the pointer; a low list stays still. @param {Element} node @param {number} y */
function scrollNear(node, y) {
  for (let box = /** @type {Element | null} */ (node); box; box = box.parentElement) {
    const scrolls = box === document.scrollingElement || /auto|scroll/.test(getComputedStyle(box).overflowY);
    if (!scrolls || box.clientHeight < 3 * EDGE) continue;
    const { top, bottom } = box.getBoundingClientRect();
    box.scrollTop += edgeSpeed(y, Math.max(0, top), Math.min(innerHeight, bottom));
  }
}

/**
 * The card that a pointer is on; once it moves, `ghost` is the one in the air, held at `grip`.
 * @typedef {{ source: HTMLElement, root: HTMLElement, card: string, id: number, from: number[], at: number[],
 *   grip: number[], ghost: HTMLElement | null, column: string | null }} Drag
 * @typedef {PointerEvent & { target: Element, currentTarget: HTMLElement }} Press
 */

/**
 * Handlers for the element that holds all cards and columns. It captures the pointer, so that a
 * card made anew on the way does not lose it.
 * @param {(card: string) => string} text what the card in the air says
 * @param {(card: string, column: string) => unknown} drop
 */
export function dragging(text, drop) {
  const dragger = new Dragger(text, drop);
  return {
    handlers: {
      onpointerdown: (/** @type {Press} */ event) => dragger.press(event),
      onpointermove: (/** @type {PointerEvent} */ event) => dragger.move(event),
      onpointerup: (/** @type {PointerEvent} */ event) => dragger.release(event),
      onpointercancel: (/** @type {PointerEvent} */ event) => dragger.cancel(event),
    },
    stop: () => void dragger.end(),
  };
}

/** @param {PointerEvent} event */
function position({ clientX, clientY }) {
  return [clientX, clientY];
}

class Dragger {
  /** @type {Drag | null} */
  #drag = null;
  #text;
  #drop;

  /** @param {(card: string) => string} text @param {(card: string, column: string) => unknown} drop */
  constructor(text, drop) {
    this.#text = text;
    this.#drop = drop;
  }

  /** @param {Press} event */
  press(event) {
    const source = /** @type {HTMLElement | null} */ (event.target.closest("[data-card]"));
    const may = event.button === 0 && (event.pointerType === "mouse" || event.target.closest(".hk-grip"));
    if (!source || !may || this.#drag?.ghost) return;
    const [at, card] = [position(event), source.dataset.card ?? ""];
    const hand = { id: event.pointerId, root: event.currentTarget, from: at, at, grip: [0, 0] };
    this.#drag = { source, card, ...hand, ghost: null, column: null };
  }

  /** @param {PointerEvent} event */
  move(event) {
    const drag = this.#drag;
    if (!drag || event.pointerId !== drag.id) return;
    if (!event.buttons) return void this.end();
    drag.at = position(event);
    if (drag.ghost || Math.hypot(drag.at[0] - drag.from[0], drag.at[1] - drag.from[1]) < SLACK) return;
    this.#lift(drag);
    this.#frame();
  }

  /** @param {PointerEvent} event */
  release(event) {
    const drag = this.#drag;
    if (!drag || event.pointerId !== drag.id) return;
    drag.at = position(event);
    if (drag.ghost) aim(drag, drag.ghost);
    const last = this.end();
    if (last && last.column !== null) return this.#drop(last.card, last.column);
  }

  /** @param {PointerEvent} event */
  cancel(event) {
    if (event.pointerId === this.#drag?.id) this.end();
  }

  /** The card that was in the air, if there was one. */
  end() {
    const last = this.#drag;
    this.#drag = null;
    if (!last?.ghost) return null;
    window.removeEventListener("keydown", this.#escape, true);
    last.ghost.remove();
    last.source.classList.remove("hk-lifted");
    last.root.classList.remove("hk-dragging");
    over(last.root, null);
    return last;
  }

  /** @param {Drag} drag */
  #lift(drag) {
    const { left, top, width } = drag.source.getBoundingClientRect();
    const style = `width: ${Math.min(width, WIDEST)}px`;
    drag.grip = [Math.min(drag.from[0] - left, WIDEST), drag.from[1] - top];
    drag.ghost = h("div", { class: "hk hk-ghost", "aria-hidden": "true", style }, this.#text(drag.card));
    drag.source.classList.add("hk-lifted");
    drag.root.classList.add("hk-dragging");
    drag.root.setPointerCapture(drag.id);
    window.addEventListener("keydown", this.#escape, true);
    document.body.append(drag.ghost);
  }

  #frame() {
    const drag = this.#drag;
    if (!drag?.ghost) return;
    scrollNear(document.elementFromPoint(drag.at[0], drag.at[1]) ?? drag.root, drag.at[1]);
    aim(drag, drag.ghost);
    requestAnimationFrame(() => this.#frame());
  }

  #escape = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    this.end();
  };
}

/** Move the card to the hand, and show what is under it. @param {Drag} drag @param {HTMLElement} ghost */
function aim(drag, ghost) {
  const [x, y] = drag.at;
  ghost.style.transform = `translate(${x - drag.grip[0]}px, ${y - drag.grip[1]}px)`;
  const column = columnAt(drag.root, x, y);
  if (column !== drag.column) over(drag.root, column);
  drag.column = column;
}

/** @param {HTMLElement} root @param {number} x @param {number} y */
function columnAt(root, x, y) {
  const under = document.elementFromPoint(x, y)?.closest("[data-column]") ?? null;
  return under && root.contains(under) ? (/** @type {HTMLElement} */ (under).dataset.column ?? null) : null;
}
