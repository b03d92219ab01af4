// @ts-check
// Elements: how they are made, filled anew and found again.

/** @import { Attributes, Child } from "./types.js" */

/** @param {EventTarget} target @param {unknown} error */
export function fail(target, error) {
  target.dispatchEvent(new CustomEvent("hk-fail", { bubbles: true, detail: error }));
  throw error;
}

/** @param {(event: Event) => unknown} handler @returns {(event: Event) => void} */
function listener(handler) {
  return (event) => {
    const target = /** @type {EventTarget} */ (event.currentTarget);
    try {
      Promise.resolve(handler(event)).catch((error) => fail(target, error));
    } catch (error) {
      fail(target, error);
    }
  };
}

/** What stands somewhere in `children`, without what is not there. @param {Child[]} children */
export function flat(children) {
  /** @type {unknown[]} */
  const all = /** @type {unknown[]} */ (children).flat(Infinity);
  const present = all.filter((child) => child !== null && child !== undefined && child !== false);
  return /** @type {(Node | string)[]} */ (present);
}

/**
 * An element. `onclick` and the like are guarded: their errors are shown in the widget.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag @param {Attributes<HTMLElementTagNameMap[Tag]>} [attributes] @param {...Child} children
 */
export function h(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function")
      node.addEventListener(name.slice(2), listener(/** @type {(event: Event) => unknown} */ (value)));
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...flat(children));
  return node;
}

/** @param {Element | null} node @returns {node is HTMLInputElement | HTMLTextAreaElement} */
function isField(node) {
  return node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement;
}

/**
 * What is selected; null in a field that has no text, as a slider.
 * @param {HTMLInputElement | HTMLTextAreaElement} field
 */
function selectionOf({ selectionStart, selectionEnd }) {
  return selectionStart === null ? null : /** @type {[number, number]} */ ([selectionStart, selectionEnd]);
}

/** The first element with this key. @param {Element} root @param {string} key */
function withKey(root, key) {
  return /** @type {HTMLElement | null} */ (root.querySelector(`[data-key="${CSS.escape(key)}"]`));
}

/**
 * Replace what is in `parent` and leave the focus, the selection and the scroll where they were;
 * elements are recognised by `data-key`.
 * @param {Element} parent @param {...Child} children
 */
export function refill(parent, ...children) {
  const active = parent.contains(document.activeElement) ? document.activeElement : null;
  const key = active?.getAttribute("data-key");
  const selection = isField(active) ? selectionOf(active) : null;
  parent.replaceChildren(...flat(children).filter(Boolean));
  if (!key) return;
  const next = withKey(parent, key);
  next?.focus({ preventScroll: true });
  if (isField(next) && selection) next.setSelectionRange(...selection);
}

/**
 * Where to scroll and focus after a step forward: the first element with this key.
 * @param {Element} root @param {string} key
 */
export function focusOn(root, key) {
  withKey(root, key)?.focus();
}

/** The option of a group that is chosen. @param {Element} group @returns {HTMLInputElement | null} */
export function checkedInput(group) {
  return group.querySelector("input:checked");
}

/** An id that no other view on the page has. @param {string} stem */
export function uid(stem) {
  return `hk-${stem}-${Math.random().toString(36).slice(2, 10)}`;
}
