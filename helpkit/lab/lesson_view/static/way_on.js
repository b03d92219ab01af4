// @ts-check
// The foot of a part: back, go on, and where one is.
import { single } from "./bar.js";
import { h, write } from "./elements.js";
import { hiddenByBet } from "./parts.js";

/** @import { Part, View } from "./types.js" */
/** @import { Store } from "./store.js" */
/** @import { Words } from "./outline.js" */
/** @import { Way } from "./bar.js" */

/** Where one is, among the parts of the lesson or among the extras. @param {Part[]} parts @param {number} at @param {Words} t */
function place(parts, at, t) {
  const alike = parts.filter(({ isExtra }) => isExtra === parts[at].isExtra);
  const values = { number: alike.indexOf(parts[at]) + 1, all: alike.length };
  return t(parts[at].isExtra ? "extra-place" : "place", values);
}

/**
 * @param {Part[]} parts @param {Store} store @param {Words} t @param {string} language
 * @param {{ back: () => void, goOn: () => void, next: Promise<Way | null> }} on where the last part leads
 * @returns {HTMLElement}
 */
export function makeWayOn(parts, store, t, language, on) {
  const back = h("button", { type: "button", onclick: on.back });
  const next = h("button", { type: "button", class: "hk-onward", onclick: on.goOn });
  const here = h("span", { class: "hk-here" });
  const bet = h("p", { class: "hk-bet", role: "status" });
  const row = h("div", { class: "hk-steps-row" }, back, here, next);
  const root = h("nav", { class: `hk-way-on${single(parts)}`, lang: language, "aria-label": t("way-on") }, bet, row);
  const label = (
    /** @type {HTMLElement} */ button,
    /** @type {string} */ key,
    /** @type {string | undefined} */ title,
  ) => {
    button.hidden = !title;
    write(button, title ? t(key, { title }) : "");
  };
  /** @type {string | undefined} */
  let after;
  const show = (/** @type {View} */ view) => {
    root.hidden = view.layout === "page" || view.code;
    write(bet, hiddenByBet(parts[view.part], view).length ? t("bet") : "");
    label(back, "back", parts[view.part - 1]?.title);
    label(next, "go-on", parts[view.part + 1]?.title ?? after);
    write(here, place(parts, view.part, t));
  };
  store.follow(show);
  on.next.then((way) => {
    after = way?.label;
    show(store.view);
  });
  return root;
}
