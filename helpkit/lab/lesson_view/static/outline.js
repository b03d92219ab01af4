// @ts-check
// The list of parts: where one is, what is done, how long each takes; and a thin line of the same.
import { h, write } from "./elements.js";
import { stateOf } from "./parts.js";

/** @import { Part, View } from "./types.js" */
/** @import { Store } from "./store.js" */
/** @typedef {(key: string, values?: Record<string, string | number>) => string} Words */

/** What is said of a part: its minutes, and whether it is done. @param {Part} part @param {View} view @param {Words} t */
function about(part, view, t) {
  const { minutes } = part;
  return [minutes && t("minutes", { minutes }), t(stateOf(part, view))].filter(Boolean).join(" · ");
}

/** @param {Part} part @param {() => void} go @param {Store} store @param {Words} t */
function entry(part, go, store, t) {
  const note = h("span", { class: "hk-note" });
  const button = h("button", { type: "button", onclick: go }, h("span", {}, part.title), note);
  store.follow((view) => {
    write(note, about(part, view, t));
    button.dataset.state = stateOf(part, view);
  });
  return { button, item: h("li", {}, button) };
}

/** @param {HTMLElement[]} marks @param {Store} store @param {string} name */
function markPlace(marks, store, name) {
  store.follow((view) => {
    marks.forEach((mark, at) => (at === view.part ? mark.setAttribute(name, "step") : mark.removeAttribute(name)));
  });
}

/** @param {Part[]} parts @param {(at: number) => void} go @param {Store} store @param {Words} t @returns {HTMLElement} */
export function outline(parts, go, store, t) {
  const entries = parts.map((part, at) => entry(part, () => go(at), store, t));
  markPlace(
    entries.map(({ button }) => button),
    store,
    "aria-current",
  );
  const list = (/** @type {boolean} */ isExtra) =>
    entries.filter((_, at) => parts[at].isExtra === isExtra).map(({ item }) => item);
  const extras = list(true);
  return h(
    "div",
    { class: "hk-outline" },
    h("ol", {}, ...list(false)),
    extras.length ? h("p", {}, t("extras")) : null,
    extras.length ? h("ol", {}, ...extras) : null,
  );
}

/** A segment for each part, as wide as it takes long; the list says the same to those who do not see it. */
/** @param {Part[]} parts @param {(at: number) => void} go @param {Store} store @param {Words} t @returns {HTMLElement} */
export function line(parts, go, store, t) {
  const marks = parts.map((part, at) => {
    const mark = h("span", { onclick: () => go(at), style: `flex-grow: ${part.minutes || 1}` });
    mark.classList.toggle("hk-extra", part.isExtra);
    store.follow((view) => {
      mark.dataset.state = stateOf(part, view);
      mark.title = `${part.title} · ${about(part, view, t)}`;
    });
    return mark;
  });
  markPlace(marks, store, "data-current");
  return h("div", { class: "hk-line", "aria-hidden": "true" }, ...marks);
}
