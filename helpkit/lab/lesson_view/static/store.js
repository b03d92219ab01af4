// @ts-check
// What the lesson view knows, and who wants to hear of a change.

/** @import { View } from "./types.js" */

export class Store {
  /** @type {Set<(view: View, before: View) => void>} */
  #listeners = new Set();

  /** @param {View} view */
  constructor(view) {
    this.view = view;
  }

  /** @param {Partial<View>} change */
  set(change) {
    const before = this.view;
    this.view = { ...before, ...change };
    for (const listener of this.#listeners) listener(this.view, before);
  }

  /** Nobody hears of anything any more. */
  close() {
    this.#listeners.clear();
  }

  /** Call it now and at each change. @param {(view: View, before: View) => void} listener */
  follow(listener) {
    this.#listeners.add(listener);
    listener(this.view, this.view);
  }
}
