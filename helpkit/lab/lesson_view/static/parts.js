// @ts-check
// The parts of a lesson: what stands under a heading, from one heading to the next.

/** @import { Cell, Entry, Part, Progress } from "./types.js" */

const HEADING = /^(#{1,3})\s+(.+)$/m;
const VERB = /\.(\w+)\(\s*["']([\w-]+)["']/g;
/** A reveal shows what came of a bet that was made elsewhere. */
const ASKS_NOTHING = ["reveal"];
/** Minutes for a part that is only read. */
const TO_READ = 1;

/** @param {Cell} cell */
function heading(cell) {
  return cell.model.type === "markdown" ? HEADING.exec(cell.model.sharedModel.getSource().trimStart()) : null;
}

/** A title without its Markdown. @param {string} text */
function plain(text) {
  return text.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/[*_`]/g, "");
}

/** What a cell of code asks for, by its verb and id. @param {Cell} cell */
export function calls(cell) {
  if (cell.model.type !== "code") return [];
  return [...cell.model.sharedModel.getSource().matchAll(VERB)].map(([, verb, id]) => ({ verb, id }));
}

/** @param {Cell} cell @param {RegExpExecArray} match @param {Entry} entry @returns {Part} */
function begin(cell, [, marks, title], entry) {
  const level = marks.length;
  return {
    id: cell.model.id,
    title: level === 1 && entry.title ? entry.title : plain(title),
    isExtra: level === 3,
    cells: [cell],
    activities: [],
    minutes: TO_READ,
  };
}

/** @param {Part} part @param {Entry} entry */
function count(part, entry) {
  const ids = part.cells.flatMap(calls).filter(({ verb }) => !ASKS_NOTHING.includes(verb));
  part.activities = [...new Set(ids.map(({ id }) => id))];
  const minutes = part.activities.reduce((sum, id) => sum + (entry.activities[id] ?? 0), 0);
  part.minutes = entry.kind === "exercise" ? 0 : Math.max(TO_READ, minutes); // an exercise takes what it takes
}

/** A page that only says what extras there are is one of them. @param {Part} part @param {Part | undefined} next */
function announcesExtras(part, next) {
  return !part.activities.length && Boolean(next?.isExtra);
}

/** @param {readonly Cell[]} cells @param {Entry} entry @returns {Part[]} */
export function partsOf(cells, entry) {
  /** @type {Part[]} */
  const parts = [];
  for (const cell of cells) {
    const match = heading(cell);
    if (match || !parts.length) parts.push(begin(cell, match ?? /** @type {any} */ (["", "#", entry.title]), entry));
    else parts[parts.length - 1].cells.push(cell);
  }
  for (const part of parts) count(part, entry);
  parts.forEach((part, at) => (part.isExtra ||= announcesExtras(part, parts[at + 1])));
  return parts;
}

/** Whether all of it is done; what is only read is done once one has gone on. @param {Part} part @param {Progress} progress */
export function isDone(part, progress) {
  if (!part.activities.length) return progress.read.has(part.id);
  return part.activities.every((id) => progress.done.has(id));
}

/** @param {Part} part @param {Progress} progress */
export function isBegun(part, progress) {
  return part.activities.some((id) => progress.done.has(id) || progress.begun.has(id));
}

/** @param {Part} part @param {Progress} progress @returns {"done" | "begun" | "open"} */
export function stateOf(part, progress) {
  return isDone(part, progress) ? "done" : isBegun(part, progress) ? "begun" : "open";
}

/** The cells that a bet still hides: all that follow it in its part. @param {Part} part @param {Progress} progress @returns {Cell[]} */
export function hiddenByBet(part, progress) {
  const open = (/** @type {Cell} */ cell) =>
    calls(cell).some(({ verb, id }) => verb === "predict" && !progress.done.has(id));
  const at = part.cells.findIndex(open);
  return at < 0 ? [] : part.cells.slice(at + 1);
}
