// @ts-check
// Links inside a lesson: to a part of it, and to another notebook of ours.
import { beside } from "./ways.js";

/** @import { Panel, Part } from "./types.js" */
/** @import { Store } from "./store.js" */
/** @typedef {{ parts: Part[], store: Store, isLesson: boolean, goTo(part: number): void, leaveFor(path: string): void, focusOn(node: HTMLElement | null): void }} Lesson */

/** The element that a fragment names. JupyterLab gives headings another attribute. @param {Panel} panel @param {string} name */
function target(panel, name) {
  const text = CSS.escape(name);
  return /** @type {HTMLElement | null} */ (
    panel.content.node.querySelector(`[id="${text}"], [data-jupyter-id="${text}"]`)
  );
}

/** @param {Lesson} lesson @param {HTMLElement} node */
function partWith({ parts }, node) {
  return parts.findIndex(({ cells }) => cells.some((cell) => cell.node.contains(node)));
}

/** @param {Panel} panel @param {Lesson} lesson @param {string} name */
function follow(panel, lesson, name) {
  const node = target(panel, decodeURIComponent(name));
  if (!node) return false;
  const part = partWith(lesson, node);
  if (part >= 0) lesson.goTo(part);
  lesson.focusOn(node);
  return part >= 0;
}

/** @param {Panel} panel @param {Lesson} lesson */
export function followLinks(panel, lesson) {
  const click = (/** @type {MouseEvent} */ event) => {
    const link = /** @type {Element} */ (event.target).closest("a");
    const address = link?.getAttribute("href") ?? "";
    if (event.ctrlKey || event.metaKey) return;
    const isOurs = link?.hasAttribute("data-hk-open");
    const isHere =
      lesson.isLesson && address.startsWith("#") && !link?.closest(".hk") && follow(panel, lesson, address.slice(1));
    if (isOurs) lesson.leaveFor(beside(panel.context.path, address));
    if (!isOurs && !isHere) return;
    event.preventDefault();
    event.stopPropagation();
  };
  panel.node.addEventListener("click", click, true);
}
