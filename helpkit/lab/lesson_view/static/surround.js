// @ts-check
// JupyterLab around a lesson: its bars and lists go while a lesson of the course is in front, and come back with the
// code. On a narrow screen they would leave no room, whatever JupyterLab was started for.

/** @import { Lumino, Shell } from "./types.js" */

const BARS = ["jp-top-panel", "jp-menu-panel", "jp-bottom-panel"];
const SIDES = ".jp-SideBar";
const PANELS = ["jp-main-content-panel", "jp-main-vsplit-panel", "jp-main-split-panel"];
const DOCK = "jp-main-dock-panel";
const ALONE = "hk-alone";
const NARROW = "(max-width: 760px)";

/** What a panel holds, down to where the documents are. @param {Lumino} panel @returns {Lumino[]} */
function inside(panel) {
  const children = [...(panel.layout?.widgets ?? [])];
  return [...children, ...children.filter(({ id }) => PANELS.includes(id)).flatMap(inside)];
}

export class Surroundings {
  /** @type {Lumino[]} what this hid */
  #hidden = [];
  #wasLeftOpen = false;
  #isAlone = false;

  /** @param {Shell} shell @param {boolean} isCourse @param {(widget: Lumino | null) => boolean} isLesson */
  constructor(shell, isCourse, isLesson) {
    this.#shell = shell;
    this.#isCourse = isCourse;
    this.#isLesson = isLesson;
    this.#narrow = matchMedia(NARROW);
    this.#narrow.addEventListener("change", this.fit);
    shell.currentChanged.connect(this.fit);
  }

  #shell;
  #isCourse;
  #isLesson;
  #narrow;

  fit = () => {
    if (!this.#shell.collapseLeft) return; // Notebook 7 shows one notebook to a page
    const isAlone = this.#isLesson(this.#shell.currentWidget) && (this.#isCourse || this.#narrow.matches);
    if (isAlone === this.#isAlone) return;
    this.#isAlone = isAlone;
    document.body.classList.toggle(ALONE, isAlone);
    if (isAlone) this.#leave();
    else this.#return();
    const dock = inside(this.#shell).find(({ id }) => id === DOCK);
    dock?.fit(); // its row of tabs has another height now
  };

  #leave() {
    this.#wasLeftOpen = !this.#shell.leftCollapsed;
    this.#shell.collapseLeft?.();
    this.#shell.collapseRight?.();
    const goes = (/** @type {Lumino} */ { id, node }) => BARS.includes(id) || node.matches(SIDES);
    this.#hidden = inside(this.#shell).filter((widget) => goes(widget) && !widget.isHidden);
    for (const widget of this.#hidden) widget.hide();
  }

  #return() {
    for (const widget of this.#hidden.splice(0)) widget.show();
    if (this.#wasLeftOpen) this.#shell.expandLeft?.();
  }
}
