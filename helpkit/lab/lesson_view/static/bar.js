// @ts-check
// The bar of a lesson: where one is, that all is kept, and what else there is.
import { h, write } from "./elements.js";
import { line, outline } from "./outline.js";
import { isDone } from "./parts.js";

/** @import { Part, View } from "./types.js" */
/** @import { Store } from "./store.js" */
/** @import { Words } from "./outline.js" */
/** @typedef {{ label: string, lang?: string, title?: string, open: () => void }} Way somewhere else */

/** A button that opens and closes what it is for. Escape and a press elsewhere close it. */
/** @param {HTMLElement} button @param {HTMLElement} panel @param {HTMLElement} home */
function disclosure(button, panel, home) {
  const toggle = (/** @type {boolean} */ isOpen) => {
    panel.hidden = !isOpen;
    button.setAttribute("aria-expanded", String(isOpen));
  };
  button.addEventListener("click", () => toggle(panel.hidden === true));
  home.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || panel.hidden || button.hidden) return;
    toggle(false);
    button.focus();
  });
  const leave = (/** @type {Event} */ { target }) => {
    const isInside = [panel, button].some((node) => node.contains(/** @type {Node} */ (target)));
    if (!isInside && !button.hidden) toggle(false);
  };
  document.addEventListener("pointerdown", leave, true);
  home.addEventListener("focusin", leave);
  toggle(false);
  return () => toggle(false);
}

/** @param {View} view @returns {string} the key of what is said of the answers */
function keeping({ waiting, silent, connected }) {
  if (silent || (waiting && !connected)) return "kept-here";
  return waiting ? "saving" : "saved";
}

/** Whether all is on the disk. @param {Store} store @param {Words} t */
function keeper(store, t) {
  const text = h("span", { class: "hk-kept", role: "status" });
  store.follow((view) => {
    text.hidden = view.phase === "starting" && !view.waiting;
    text.dataset.state = keeping(view);
    write(text, t(keeping(view)));
  });
  return text;
}

/** How many parts are done, of those that are not extra. @param {Part[]} parts @param {View} view */
function counted(parts, view) {
  const core = parts.filter(({ isExtra }) => !isExtra);
  return { done: core.filter((part) => isDone(part, view)).length, all: core.length };
}

/** @param {Part[]} parts @param {Store} store @param {Words} t */
function progress(parts, store, t) {
  const count = h("span", {});
  store.follow((view) => write(count, t("progress", counted(parts, view))));
  return h("button", { type: "button", class: "hk-bar-progress" }, count);
}

/** @param {string} key @param {"fold" | "code"} name @param {Store} store @param {Words} t @param {() => void} act */
function check(key, name, store, t, act) {
  const box = /** @type {HTMLInputElement} */ (h("input", { type: "checkbox", onchange: act }));
  store.follow((view) => (box.checked = view[name]));
  return h("label", {}, box, t(key));
}

/** One part at a time, or all on one page. @param {Store} store @param {Words} t @param {Bar["on"]} on */
function layouts(store, t, on) {
  const choice = (/** @type {View["layout"]} */ layout) => {
    const pick = h("button", { type: "button", onclick: () => on.lay(layout) }, t(`layout-${layout}`));
    store.follow((view) => pick.setAttribute("aria-pressed", String(view.layout === layout)));
    return pick;
  };
  const fold = check("fold", "fold", store, t, () => on.fold(!store.view.fold));
  store.follow((view) => (fold.hidden = view.layout !== "page"));
  return h(
    "div",
    { class: "hk-layouts", role: "group", "aria-label": t("layout") },
    choice("steps"),
    choice("page"),
    fold,
  );
}

/** @param {Way} way */
function wayButton({ label, lang, title, open }) {
  return h("button", { type: "button", lang, title, onclick: open }, label);
}

/**
 * @typedef {object} Bar
 * @property {string} title
 * @property {string} language
 * @property {Part[]} parts
 * @property {Promise<Way[]>} ways they come a moment later
 * @property {{ go(at: number): void, lay(layout: View["layout"]): void, fold(on: boolean): void, code(): void, again(): void, print(): void }} on
 */

/** @param {Bar} bar @param {Store} store @param {Words} t @returns {HTMLElement} */
export function makeBar({ title, language, parts, ways, on }, store, t) {
  const button = progress(parts, store, t);
  const panel = h("div", { class: "hk-drawer" });
  const more = h("button", { type: "button", class: "hk-more", "aria-label": t("more") }, "☰");
  const menu = h("div", { class: "hk-ways" }, codeButton(store, t, on.code));
  ways.then((all) => menu.prepend(...all.map(wayButton)));
  const top = h("div", { class: "hk-top" }, button, h("strong", {}, title), keeper(store, t), more, menu);
  const root = h("nav", { class: `hk-lesson-bar${single(parts)}`, lang: language, "aria-label": t("bar") }, top, panel);
  const close = disclosure(button, panel, root);
  narrow(more, menu, root);
  const go = (/** @type {number} */ at) => {
    close();
    on.go(at);
  };
  const acts = h("div", {}, act(t("print"), on.print), act(t("start-again"), on.again));
  panel.append(outline(parts, go, store, t), h("div", { class: "hk-settings" }, layouts(store, t, on), acts));
  root.append(line(parts, go, store, t));
  return root;
}

/** @param {string} label @param {() => void} onclick */
function act(label, onclick) {
  return h("button", { type: "button", onclick }, label);
}

/** A class for what has nothing to leaf through. @param {Part[]} parts */
export function single(parts) {
  return parts.length === 1 ? " hk-single" : "";
}

/** On a narrow screen the ways lie behind a button. @param {HTMLElement} more @param {HTMLElement} menu @param {HTMLElement} root */
function narrow(more, menu, root) {
  const close = disclosure(more, menu, root);
  const fit = (/** @type {boolean} */ isNarrow) => {
    more.hidden = !isNarrow;
    if (isNarrow) close();
    else menu.hidden = false;
  };
  new ResizeObserver(([{ contentRect }]) => fit(contentRect.width < 720)).observe(root);
}

/** @param {Store} store @param {Words} t @param {() => void} act */
function codeButton(store, t, act) {
  const button = h("button", { type: "button", class: "hk-show-code", onclick: act });
  store.follow((view) => write(button, t(view.code ? "hide-code" : "show-code")));
  return button;
}
