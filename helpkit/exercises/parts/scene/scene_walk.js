// @ts-check
// How far a conversation goes: meters, time and marks, as in `models/dialogue.py`.

/** @import { Scene, SceneReply } from "../../../frontend/types.js" */

/**
 * @typedef {{ node: string, choice: string }} Turn
 * @typedef {{ at: string, meters: number[], spent: number, marks: string[] }} Standing
 * @typedef {{ turn: Turn, before: Standing, choice: SceneReply, change: number[] }} Past
 */

const HIGHEST = 10;

/** @param {Scene} scene @param {string} id */
export function nodeOf(scene, id) {
  return scene.nodes.find((node) => node.id === id);
}

/** What the client says there, and what the helper can say then. @param {Scene} scene @param {Standing} standing */
export function lineAt(scene, { at, marks }) {
  const node = nodeOf(scene, at);
  if (!node) return null;
  const recalled = node.recalls.find(({ mark }) => marks.includes(mark));
  const open = node.choices.filter(
    ({ needs, unless }) => (!needs || marks.includes(needs)) && !(unless && marks.includes(unless)),
  );
  return { says: recalled?.says ?? node.says, thinks: node.thinks, choices: open };
}

/** What a choice adds to the meters at this trust. @param {SceneReply} choice @param {number} trust */
export function changeAt({ changes }, trust) {
  return changes[Math.min(trust, changes.length - 1)];
}

/** Where it leads once so many minutes are spent. @param {Scene} scene @param {SceneReply} choice @param {number} spent */
function arrival({ minutes, late, endings }, { next }, spent) {
  if (minutes === null || late === null || spent < minutes) return next;
  return spent === minutes && endings.some(({ id }) => id === next) ? next : late;
}

/** @param {Scene} scene @param {Standing} standing @param {SceneReply} choice @returns {Standing} */
function after(scene, { meters, spent, marks }, choice) {
  const change = changeAt(choice, meters[0]);
  const now = spent + choice.minutes;
  return {
    at: arrival(scene, choice, now),
    meters: meters.map((level, at) => Math.max(0, Math.min(HIGHEST, level + change[at]))),
    spent: now,
    marks: choice.leaves ? [...marks, choice.leaves] : marks,
  };
}

/**
 * How far a conversation can still go the way it went, when the scene has changed under it.
 * @param {Scene} scene @param {Turn[]} turns
 */
export function walkable(scene, turns) {
  /** @type {Past[]} */
  const past = [];
  /** @type {Standing} */
  let standing = { at: scene.first, meters: scene.start, spent: 0, marks: [] };
  for (const turn of turns) {
    const choice = lineAt(scene, standing)?.choices.find(({ id }) => id === turn.choice);
    if (turn.node !== standing.at || !choice) break;
    past.push({ turn, before: standing, choice, change: changeAt(choice, standing.meters[0]) });
    standing = after(scene, standing, choice);
  }
  return { past, standing };
}

/** A number with its sign. @param {number} value */
export function signed(value) {
  return value > 0 ? `+${value}` : String(value).replace("-", "−");
}
