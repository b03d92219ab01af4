// @ts-check
// Drag what has `data-card` onto what has `data-column`. The mouse takes a card anywhere, a finger by
// its grip, so that a page full of cards can still be scrolled by touch.
import { h } from "./shared.js";

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

/** Show where a card would land: a column, "" for the pile, null for nowhere. @param {HTMLElement} root @param {string | null} column */
export function over(root, column) {
  for (const node of root.querySelectorAll("[data-column]"))
    node.classList.toggle("hk-over", /** @type {HTMLElement} */ (node).dataset.column === column);
}

/** Scroll whatever has its edge near the pointer; a low list stays still. @param {Element} node @param {number} y */
function scrollNear(node, y) {
  for (let one = /** @type {Element | null} */ (node); one; one = one.parentElement) {
    const scrolls = one === document.scrollingElement || /auto|scroll/.test(getComputedStyle(one).overflowY);
    if (!scrolls || one.clientHeight < 3 * EDGE) continue;
    const { top, bottom } = one.getBoundingClientRect();
    one.scrollTop += edgeSpeed(y, Math.max(0, top), Math.min(innerHeight, bottom));
  }
}

/**
 * Handlers for the element that holds all cards and columns. It captures the pointer, so that a
 * card made anew on the way does not lose it.
 * @param {(card: string) => string} text what the card in the air says
 * @param {(card: string, column: string) => any} drop
 */
export function dragging(text, drop) {
  /** @type {any} the card that a pointer is on, and once it moves the one in the air */
  let drag = null;

  const onpointerdown = (/** @type {any} */ event) => {
    const source = event.target.closest("[data-card]");
    const may = source && event.button === 0 && (event.pointerType === "mouse" || event.target.closest(".hk-grip"));
    if (!may || drag?.ghost) return;
    const at = [event.clientX, event.clientY];
    drag = { source, root: event.currentTarget, card: source.dataset.card, id: event.pointerId, from: at, at, ghost: null, column: null };
  };
  const onpointermove = (/** @type {any} */ event) => {
    if (event.pointerId !== drag?.id) return;
    if (!event.buttons) return end();
    drag.at = [event.clientX, event.clientY];
    if (drag.ghost || Math.hypot(drag.at[0] - drag.from[0], drag.at[1] - drag.from[1]) < SLACK) return;
    lift();
    frame();
  };
  const lift = () => {
    const box = drag.source.getBoundingClientRect();
    drag.grip = [Math.min(drag.from[0] - box.left, WIDEST), drag.from[1] - box.top];
    drag.ghost = h("div", { class: "hk hk-ghost", "aria-hidden": "true", style: `width: ${Math.min(box.width, WIDEST)}px` }, text(drag.card));
    drag.source.classList.add("hk-lifted");
    drag.root.classList.add("hk-dragging");
    drag.root.setPointerCapture(drag.id);
    window.addEventListener("keydown", escape, true);
    document.body.append(drag.ghost);
  };
  const frame = () => {
    if (!drag?.ghost) return;
    scrollNear(document.elementFromPoint(drag.at[0], drag.at[1]) ?? drag.root, drag.at[1]);
    aim();
    requestAnimationFrame(frame);
  };
  const aim = () => {
    const [x, y] = drag.at;
    drag.ghost.style.transform = `translate(${x - drag.grip[0]}px, ${y - drag.grip[1]}px)`;
    const under = /** @type {HTMLElement | null | undefined} */ (document.elementFromPoint(x, y)?.closest("[data-column]"));
    const column = under && drag.root.contains(under) ? (under.dataset.column ?? null) : null;
    if (column !== drag.column) over(drag.root, column);
    drag.column = column;
  };
  const end = () => {
    const last = drag;
    drag = null;
    if (!last?.ghost) return null;
    window.removeEventListener("keydown", escape, true);
    last.ghost.remove();
    last.source.classList.remove("hk-lifted");
    last.root.classList.remove("hk-dragging");
    over(last.root, null);
    return last;
  };
  const onpointerup = (/** @type {any} */ event) => {
    if (event.pointerId !== drag?.id) return;
    drag.at = [event.clientX, event.clientY];
    if (drag.ghost) aim();
    const last = end();
    if (last && last.column !== null) return drop(last.card, last.column);
  };
  const onpointercancel = (/** @type {any} */ event) => {
    if (event.pointerId === drag?.id) end();
  };
  const escape = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    end();
  };
  return { handlers: { onpointerdown, onpointermove, onpointerup, onpointercancel }, stop: () => void end() };
}
