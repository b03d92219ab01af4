// @ts-check
import { focusOn, h, refill } from "./dom.js";

/** @import { Child } from "./types.js" */

/**
 * @typedef {{ cases: Page[] }} View
 * @typedef {{ shown: Record<string, unknown>, skipped?: string[] }} State
 * @typedef {import("./types.js").Ui<View, State>} Ui
 */

// Short stories as pages in a folder: the titles beside one open page. What is on a page comes from
// the widget, as parts that are made once and told when the state is new, so that nothing the
// learner has in hand is replaced.

/**
 * @typedef {{ id: string, title: string, story: string }} Page
 * @typedef {{ node: Node, update?: () => void, leave?: () => void }} Part
 * @typedef {(id: string) => void} Turn
 */

/**
 * The first story from where the learner is that is still open; null when none is.
 * @param {string[]} ids @param {string[]} done @param {string} at
 */
export function nextOpen(ids, done, at) {
  const from = ids.indexOf(at) + 1;
  return [...ids.slice(from), ...ids.slice(0, from)].find((id) => !done.includes(id)) ?? null;
}

/**
 * Where the two buttons below a story lead; the last story leads back to what is still open.
 * @param {string[]} ids @param {string[]} done @param {string} at
 * @returns {{ previous: string | null, next: string | null }}
 */
export function neighbours(ids, done, at) {
  const place = ids.indexOf(at);
  const open = nextOpen(ids, done, at);
  return { previous: ids[place - 1] ?? null, next: ids[place + 1] ?? (open === at ? null : open) };
}

/** @param {Ui} ui @returns {string[]} */
function idsOf(ui) {
  return ui.view.cases.map(({ id }) => id);
}

/** The stories that are finished with, one way or the other. @param {Ui} ui @returns {string[]} */
function doneOf(ui) {
  return [...Object.keys(ui.state().shown), ...(ui.state().skipped ?? [])];
}

/** How a story stands, as a sign and in words. @param {Ui} ui @param {string} id @returns {[string, string]} */
function mark(ui, id) {
  if (id in ui.state().shown) return ["✓", ui.t("done")];
  return doneOf(ui).includes(id) ? ["–", ui.t("skipped")] : ["○", ui.t("to-do")];
}

/**
 * All titles with what is done; folded behind a button where there is little room.
 * @param {Ui} ui @param {() => string} at @param {Turn} turn @returns {Part}
 */
function index(ui, at, turn) {
  const node = h("nav", { class: "hk-index", "aria-label": ui.t("index") });
  let unfolded = false;
  const unfold = () => {
    unfolded = !unfolded;
    update();
  };
  const choose = (/** @type {string} */ id) => () => {
    unfolded = false;
    turn(id);
  };
  const entry = (/** @type {Page} */ { id, title }) => {
    const [sign, words] = mark(ui, id);
    const open = {
      "data-key": `index-${id}`,
      "aria-label": `${title}, ${words}`,
      "aria-current": id === at() ? "step" : null,
    };
    return h(
      "li",
      {},
      h(
        "button",
        { type: "button", ...open, onclick: choose(id) },
        h("span", { class: "hk-mark" }, sign),
        h("span", {}, title),
      ),
    );
  };
  const update = () =>
    refill(
      node,
      h(
        "button",
        { type: "button", class: "hk-all", "data-key": "all", "aria-expanded": String(unfolded), onclick: unfold },
        ui.t("all", { done: doneOf(ui).length }),
      ),
      h("ul", { class: unfolded ? "hk-unfolded" : "" }, ui.view.cases.map(entry)),
    );
  return { node, update };
}

/**
 * The way on: show ours, when there is something to show, then the stories beside this one.
 * @param {Ui} ui @param {string} at @param {{ label: string, press: () => unknown } | null} show
 * @param {Turn} turn @returns {Part}
 */
export function ways(ui, at, show, turn) {
  const node = h("div", { class: "hk-ways hk-row" });
  const update = () => {
    const done = at in ui.state().shown;
    const to = neighbours(idsOf(ui), doneOf(ui), at);
    const way = (/** @type {"previous" | "next"} */ key, /** @type {boolean} */ primary) =>
      to[key] &&
      h(
        "button",
        {
          type: "button",
          class: primary ? "hk-primary" : "",
          "data-key": key,
          onclick: () => turn(/** @type {string} */ (to[key])),
        },
        ui.t(key),
      );
    refill(
      node,
      show &&
        !done &&
        h("button", { type: "button", class: "hk-primary", "data-key": "show", onclick: show.press }, show.label),
      h("span", { class: "hk-turn" }, way("previous", false), way("next", done)),
    );
  };
  return { node, update };
}

/** Pass a story by, and go on. @param {Ui} ui @param {string} id @param {Turn} turn */
export function passBy(ui, id, turn) {
  turn(neighbours(idsOf(ui), doneOf(ui), id).next ?? id);
}

/**
 * The learner's and our reading side by side.
 * @param {Ui} ui @param {Child} mine @param {Child} ours
 */
export function beside(ui, mine, ours) {
  return h(
    "div",
    { class: "hk-beside" },
    h("div", {}, h("h5", {}, ui.t("you")), mine),
    h("div", { class: "hk-ours" }, h("h5", {}, ui.t("we")), ours),
  );
}

/** What stands on the open page. @param {Ui} ui @param {Page} page @param {Part[]} parts */
function sheet(ui, page, parts) {
  const number = ui.view.cases.indexOf(page) + 1;
  return h(
    "div",
    { class: "hk-sheet" },
    h("p", { class: "hk-soft hk-small hk-position" }, ui.t("position", { number, total: ui.view.cases.length })),
    h("h4", { class: "hk-name", "data-key": "name", tabindex: "-1" }, page.title),
    parts.map((part) => part.node),
  );
}

/**
 * The folder, opened at the first story that is still to do; returns its clean-up.
 * @template {Page} Story
 * @param {import("./types.js").Ui<{ cases: Story[] }, State>} ui
 * @param {(story: Story, turn: Turn) => Part[]} partsOf what a page holds
 * @param {() => Child} ending what there is to say when all is done, or null
 */
export function folder(ui, partsOf, ending) {
  const ids = idsOf(ui);
  const page = h("div", { class: "hk-page" });
  const end = h("div", { class: "hk-story-end" });
  let at = nextOpen(ids, doneOf(ui), "") ?? ids[0];
  /** @type {Part[]} */
  let parts = [];
  const leave = () => parts.forEach((part) => part.leave?.());
  const lay = () => {
    leave();
    const open = ui.view.cases[ids.indexOf(at)];
    parts = partsOf(open, turn);
    refill(page, sheet(ui, open, parts));
  };
  const update = () => {
    for (const part of [titles, ...parts]) part.update?.();
    refill(end, ending());
  };
  const turn = (/** @type {string} */ id) => {
    at = id;
    lay();
    update();
    focusOn(ui.root, "name");
  };
  const titles = index(ui, () => at, turn);
  lay();
  refill(ui.body, h("div", { class: "hk-folder" }, titles.node, page), end);
  ui.follow(update);
  return leave;
}
