// @ts-check
// One sentence under the bar while something is the matter, with the button that helps.
import { h, write } from "./elements.js";

/** @import { View } from "./types.js" */
/** @import { Store } from "./store.js" */
/** @import { Words } from "./outline.js" */

/** What helps against what. */
const HELP = /** @type {Record<string, string>} */ ({
  changed: "start",
  stopped: "start-again",
  failed: "start-again",
  silent: "start-again",
});

/** @param {View} view @returns {string} the key of the sentence; none if all is well */
function matter({ phase, connected, silent, problem }) {
  if (phase !== "alive") return phase;
  if (!connected) return "offline";
  return silent ? "silent" : problem && "problem";
}

/** @param {Store} store @param {Words} t @param {() => void} start @param {string} language @returns {HTMLElement} */
export function makeNotice(store, t, start, language) {
  const text = h("p", {});
  const button = h("button", { type: "button", onclick: start });
  const root = h("div", { class: "hk-notice", lang: language }, h("div", { role: "status" }, text), button);
  store.follow((view) => {
    const key = matter(view);
    write(text, key === "problem" ? view.problem : key && t(key));
    root.classList.toggle("hk-quiet", !key);
    root.dataset.phase = view.phase;
    button.hidden = !(key in HELP);
    write(button, button.hidden ? "" : t(HELP[key]));
  });
  return root;
}
