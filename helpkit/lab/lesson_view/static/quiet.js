// @ts-check
// Keeps JupyterLab out of a lesson: no shortcut of a single letter, no menu of cells, no editing of our text by a
// double click, no dialog about a kernel when the bar says it.

/** @import { Panel } from "./types.js" */

/** JupyterLab takes no key for itself where this is set. */
const SUPPRESS = "data-lm-suppress-shortcuts";

/** @param {Panel} panel @param {() => boolean} isLesson whether it is shown as a lesson just now */
export function keepQuiet(panel, isLesson) {
  hushKeys(panel, isLesson);
  for (const type of ["dblclick", "contextmenu"])
    panel.node.addEventListener(type, (event) => isLesson() && event.stopPropagation(), type === "dblclick");
  hushDialog(panel);
}

/**
 * JupyterLab matches keys when the document hears of them, at the element in focus first: the window hears earlier.
 * @param {Panel} panel @param {() => boolean} isLesson
 */
function hushKeys(panel, isLesson) {
  const mark = (/** @type {KeyboardEvent} */ { target, key }) => {
    if (!(target instanceof Element) || !panel.node.contains(target) || target.closest(".hk")) return;
    if (key === "Tab") panel.addClass("hk-by-keyboard");
    if (isLesson()) target.setAttribute(SUPPRESS, "true");
    else target.removeAttribute(SUPPRESS);
  };
  window.addEventListener("keydown", mark, true);
  panel.disposed.connect(() => window.removeEventListener("keydown", mark, true));
}

/** The bar says that a kernel has died, with what to do; JupyterLab would say so in English. @param {Panel} panel */
function hushDialog(panel) {
  const tells = /** @type {any} */ (panel)._onSessionStatusChanged;
  if (tells) panel.sessionContext.statusChanged.disconnect(tells, panel);
}
