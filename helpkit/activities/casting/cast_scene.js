// @ts-check
// A scene as data: who the two are, and what happened.
import { fill } from "../../frontend/words.js";

/**
 * @typedef {"first" | "second"} Side
 * @typedef {{ by: Side, act: string }} Happens
 * @typedef {{ first: string, second: string, culture: string, events: Happens[] }} Scene
 * @typedef {{ name: string, the: string, does: string }} Term
 */

/**
 * What one does to the other as a sentence.
 * @param {Record<string, Term>} terms @param {Scene} scene @param {Happens} happens
 */
export function sentence(terms, scene, { by, act }) {
  const [actor, object] = by === "first" ? [scene.first, scene.second] : [scene.second, scene.first];
  const text = fill(terms[act].does, { actor: terms[actor].the, object: terms[object].the });
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** The ids that a scene needs and a culture has no ratings of. @param {Scene} scene @param {string[]} rated */
export function unrated(scene, rated) {
  const every = [scene.first, scene.second, ...scene.events.map(({ act }) => act)];
  return [...new Set(every)].filter((id) => !rated.includes(id));
}

/** Whether two scenes are the same. @param {Scene} scene @param {Scene} other */
export function same(scene, other) {
  const plain = (/** @type {Scene} */ { first, second, culture, events }) =>
    JSON.stringify([first, second, culture, events.map(({ by, act }) => [by, act])]);
  return plain(scene) === plain(other);
}
