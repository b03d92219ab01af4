// @ts-check
// In the text of a lesson a term is a link to `#term-ID`, the place of its entry in the list below. Where
// the browser can, the entry opens beside the word instead: nobody loses the line they were reading.
import { h, uid } from "../../frontend/dom.js";
import { mount } from "../../frontend/widget.js";

/**
 * @typedef {{ entries: Entry[] }} View
 * @typedef {{}} State
 * @typedef {import("../../frontend/types.js").Ui<View, State>} Ui
 * @typedef {import("../../frontend/types.js").Where<View, State>} Where
 */

/** @typedef {{ id: string, term: string, definition: string, published: string }} Entry */
/** @typedef {{ left: number, top: number, bottom: number }} Place */

const LINK = 'a[href^="#term-"]';

/** Pixels between a word and its entry, and between the entry and the edge of the window. */
const GAP = 8;

/** The entry that a link leads to. @param {string} href @param {Entry[]} entries */
export function entryOf(href, entries) {
  return entries.find(({ id }) => href === `#term-${id}`);
}

/**
 * Where an entry goes: under its word, or above it where there is no room below.
 * @param {Place} word @param {{ width: number, height: number }} size @param {{ width: number, height: number }} page
 */
export function beside(word, size, page) {
  const below = word.bottom + GAP;
  const fits = below + size.height + GAP <= page.height;
  return {
    left: Math.max(GAP, Math.min(word.left, page.width - size.width - GAP)),
    top: fits ? below : Math.max(GAP, word.top - size.height - GAP),
  };
}

/** @param {Ui} ui @param {Entry} entry */
function meaning(ui, { definition, published }) {
  return [
    h("p", {}, definition),
    published ? h("p", { class: "hk-soft hk-small" }, ui.t("published", { published })) : null,
  ];
}

/** The one panel in which entries open. @param {Ui} ui */
function panel(ui) {
  const heading = uid("term");
  const name = h("h4", { id: heading });
  const text = h("div", {});
  const close = h("button", { type: "button", onclick: () => node.hidePopover() }, ui.t("close"));
  const attributes = {
    popover: "auto",
    role: "dialog",
    "aria-labelledby": heading,
    tabindex: "-1",
    "data-lm-suppress-shortcuts": "true",
  };
  /** @type {HTMLElement} */
  const node = h("div", { class: "hk hk-term", lang: ui.root.lang, ...attributes }, name, text, close);
  return {
    node,
    /** @param {Entry} entry @param {Element} link */
    open: (entry, link) => {
      name.textContent = entry.term;
      text.replaceChildren(...meaning(ui, entry).filter((part) => part !== null));
      node.showPopover();
      const { left, top } = beside(link.getBoundingClientRect(), node.getBoundingClientRect(), {
        width: innerWidth,
        height: innerHeight,
      });
      node.style.left = `${left}px`;
      node.style.top = `${top}px`;
      node.focus({ preventScroll: true });
    },
  };
}

/** @param {Ui} ui */
function list(ui) {
  const entries = ui.view.entries.map((entry) =>
    h("div", {}, h("dt", { id: `term-${entry.id}` }, entry.term), h("dd", {}, meaning(ui, entry))),
  );
  return h("dl", { class: "hk-terms-list" }, entries);
}

/** @param {Where} where */
function render(where) {
  return mount("terms", where, (ui) => {
    ui.body.append(list(ui));
    const { node, open } = panel(ui);
    document.body.append(node);
    const follow = (/** @type {MouseEvent} */ event) => {
      const link = /** @type {Element} */ (event.target).closest?.(LINK);
      const lesson = ui.root.closest(".jp-Notebook") ?? document.body;
      const entry = link && lesson.contains(link) && entryOf(link.getAttribute("href") ?? "", ui.view.entries);
      if (!entry || event.defaultPrevented || !node.showPopover) return; // the link leads to the list
      event.preventDefault();
      event.stopPropagation(); // JupyterLab listens on the link itself, and would scroll to the list
      open(entry, /** @type {Element} */ (link));
    };
    document.addEventListener("click", follow, true);
    return () => {
      document.removeEventListener("click", follow, true);
      node.remove();
    };
  });
}

export default { render };
