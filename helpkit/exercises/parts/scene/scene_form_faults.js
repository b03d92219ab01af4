// @ts-check
// Where in the form a fault belongs: at the field it is about, or at the nearest thing around it.

/**
 * @typedef {import("../../../frontend/types.js").SceneForm} Form
 * @typedef {import("../../../frontend/types.js").Preview["faults"]} Faults
 */

const HEAD = ["title", "client", "helper", "setting", "hidden", "first", "minutes", "start", "nodes", "endings"];
const OF_CHOICE = ["says", "form", "next", "why", "right_for", "minutes"];
const METERS = ["trust", "client", "helper"];

/** Every place of the form. @param {Form} form */
export function placesOf({ nodes, endings }) {
  const inner = (/** @type {string} */ place, /** @type {string[]} */ keys) => [
    place,
    ...keys.map((key) => `${place}.${key}`),
  ];
  const choices = nodes.flatMap(({ id, choices }) => choices.map((choice) => `nodes.${id}.choices.${choice.id}`));
  return new Set([
    ...HEAD,
    ...inner("start", METERS),
    ...nodes.flatMap(({ id }) => inner(`nodes.${id}`, ["says"])),
    ...choices.flatMap((place) => [...inner(place, OF_CHOICE), ...METERS.map((meter) => `${place}.effect.${meter}`)]),
    ...endings.flatMap(({ id }) => inner(`endings.${id}`, ["kind", "says"])),
  ]);
}

/**
 * The place that is nearest to where a fault is; "" if none is around it.
 * @param {Set<string>} places @param {string} where
 */
export function placeOf(places, where) {
  for (let place = where; place; place = place.slice(0, Math.max(0, place.lastIndexOf("."))))
    if (places.has(place)) return place;
  return "";
}

/** The sentences of each place. @param {Set<string>} places @param {Faults} faults @returns {Map<string, string[]>} */
export function faultsByPlace(places, faults) {
  const sentences = new Map();
  for (const { where, text } of faults) {
    const place = placeOf(places, where);
    sentences.set(place, [...(sentences.get(place) ?? []), text]);
  }
  return sentences;
}
