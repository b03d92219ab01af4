// @ts-check
import { focusOn, h, refill } from "../../frontend/dom.js";
import { folder, ways } from "../../frontend/story_tabs.js";
import { radios } from "../../frontend/fields/radios.js";
import { svg } from "../../frontend/svg.js";
import { mount } from "../../frontend/widget.js";

/** @import { Option } from "../../frontend/types.js" */

/**
 * @typedef {{ verdict: string, mine: string, first: string, gate: string, ours: string, accepted: string[],
 *   source: string, reason: string }} Shown
 * @typedef {{ cases: Case[], gates: Option[] }} View
 * @typedef {{ answers: Record<string, string>, shown: Record<string, Shown>, overview: string[] | null }} State
 * @typedef {import("../../frontend/types.js").Ui<View, State>} Ui
 * @typedef {import("../../frontend/types.js").Where<View, State>} Where
 */

/**
 * @typedef {{ id: string, title: string, story: string, read: boolean }} Case
 * @typedef {(id: string) => void} Turn
 */

const HELD = "held";

/** Where the three gates stand in the picture, and where the path begins and ends. */
const GATES = [160, 320, 480];
const START = 70;
const END = 560;

/**
 * How far it comes: the number of gates that hold before the leak, or all of them.
 * @param {string | undefined} gate @param {string[]} gates in their order @returns {number | null}
 */
export function reach(gate, gates) {
  if (gate === HELD) return gates.length;
  const place = gates.indexOf(gate ?? "");
  return place < 0 ? null : place;
}

/** @param {string} d @param {string} look */
function path(d, look) {
  return svg("path", { d, class: look });
}

/** @param {number} x @param {number} y */
function drop(x, y) {
  return path(`M${x} ${y} c-5 7 -6 9 -6 12 a6 6 0 0 0 12 0 c0 -3 -1 -5 -6 -12 z`, "hk-water hk-drop");
}

/** A gate in the pipe; one that leaks is askew and cracked, so that it needs no colour to be seen.
 * @param {number} x @param {"open" | "leaks" | "dry"} how
 */
function gate(x, how) {
  const valve = svg(
    "g",
    { class: `hk-gate hk-${how}`, transform: how === "leaks" ? `rotate(12 ${x} 72)` : "" },
    svg("rect", { x: x - 7, y: 46, width: 14, height: 52, rx: 3, class: "hk-post" }),
    svg("line", { x1: x, y1: 46, x2: x, y2: 36, class: "hk-stroke" }),
    svg("circle", { cx: x, cy: 27, r: 9, class: "hk-wheel" }),
    how === "leaks" && path(`M${x - 6} 52 l7 11 l-6 9 l8 10 l-5 14`, "hk-crack"),
  );
  const leak = [
    drop(x - 4, 104),
    drop(x + 15, 112),
    drop(x - 17, 117),
    svg("ellipse", { cx: x, cy: 142, rx: 32, ry: 5, class: "hk-water" }),
  ];
  return [valve, how === "leaks" && leak];
}

/** What waits at the end: it flowers when the water gets there. @param {"bud" | "dry" | "flower"} how */
function plant(how) {
  const stem = how === "dry" ? "M602 116 C600 90 612 82 624 98" : "M602 116 C600 98 604 84 602 64";
  const petals = [0, 60, 120, 180, 240, 300].map((turn) =>
    svg("ellipse", { cx: 602, cy: 44, rx: 6, ry: 10, transform: `rotate(${turn} 602 54)`, class: "hk-petal" }),
  );
  const head = {
    bud: path("M602 66 c-8 -6 -7 -16 0 -22 c7 6 8 16 0 22 z", "hk-leaf"),
    dry: path("M624 96 c7 4 8 14 2 21 c-6 -6 -8 -15 -2 -21 z", "hk-wilted"),
    flower: [petals, svg("circle", { cx: 602, cy: 54, r: 6, class: "hk-heart" })],
  }[how];
  const leaf =
    how === "dry"
      ? path("M603 104 c8 -2 14 4 16 12 c-9 0 -14 -4 -16 -12 z", "hk-wilted")
      : path("M602 100 c6 -10 14 -12 22 -10 c-3 9 -11 13 -22 10 z", "hk-leaf");
  return svg("g", {}, path(stem, "hk-stroke"), leaf, head, path("M584 116 h36 l-5 30 h-26 z", "hk-pot"));
}

/** From the client's need, through three gates, to relief. @param {number | null} reached */
function drawing(reached) {
  const held = reached === GATES.length;
  const until = reached === null ? START : held ? END : GATES[reached];
  const how = (/** @type {number} */ place) =>
    reached === null || place > reached ? "dry" : place === reached ? "leaks" : "open";
  return svg(
    "svg",
    { viewBox: "0 0 640 152", "aria-hidden": "true", focusable: "false" },
    svg("rect", { x: 12, y: 28, width: 58, height: 84, rx: 8, class: "hk-tank" }),
    path("M16 52 q12 -8 25 0 t25 0 v52 a4 4 0 0 1 -4 4 h-42 a4 4 0 0 1 -4 -4 z", "hk-water"),
    path("M70 58 H560 Q578 58 578 78 V92", "hk-pipe"),
    path("M70 86 H552 V92", "hk-pipe"),
    until > START &&
      svg("rect", { x: START - 4, y: 62, width: until - START + 4, height: 20, class: "hk-water hk-flow" }),
    held && [path("M556 62 q18 0 18 20 v8 h-18 z", "hk-water"), drop(566, 96)],
    GATES.flatMap((x, place) => gate(x, how(place))),
    plant(reached === null ? "bud" : held ? "flower" : "dry"),
  );
}

/** The picture in words. @param {Ui} ui @param {string} [chosen] */
function words(ui, chosen = "none") {
  return ui.t(`path-${chosen}`);
}

/** The picture with the names of the gates, and the same in words. @param {Ui} ui @param {string | undefined} chosen */
function picture(ui, chosen) {
  const gates = ui.view.gates.filter(({ id }) => id !== HELD);
  const reached = reach(
    chosen,
    gates.map(({ id }) => id),
  );
  const name = (/** @type {Option} */ gate) => h("span", { class: gate.id === chosen ? "hk-here" : "" }, gate.name);
  return h(
    "figure",
    { class: "hk-trust" },
    drawing(reached),
    h("div", { class: "hk-names", "aria-hidden": "true" }, h("span"), gates.map(name), h("span")),
    h("figcaption", {}, words(ui, chosen)),
  );
}

/** The learner's own picture, drawn anew only when the choice is another. @param {Ui} ui @param {Case} story */
function mine(ui, story) {
  const node = h("div");
  let drawn = /** @type {string | null | undefined} */ (null);
  const update = () => {
    const chosen = ui.state().answers[story.id];
    if (chosen === drawn) return;
    if (drawn !== null) ui.say(words(ui, chosen));
    refill(node, picture(ui, chosen));
    drawn = chosen;
  };
  return { node, update };
}

/** @param {Ui} ui @param {Shown} shown */
function panel(ui, { verdict, gate: ours, ours: name, accepted, first, source, reason }) {
  const differs = verdict !== "same";
  return h(
    "div",
    { class: "hk-panel", "data-key": "reveal", tabindex: "-1" },
    h("p", { class: "hk-verdict" }, ui.t(`verdict-${verdict}`)),
    h(
      "p",
      { class: "hk-named" },
      ui.t("we-say", { gate: name }),
      " ",
      h("span", { class: "hk-tag" }, ui.t(`confidence-${source}`)),
    ),
    differs ? picture(ui, ours) : null,
    h("p", { class: "hk-reason" }, reason),
    accepted.length
      ? h("p", { class: "hk-soft hk-small" }, ui.t("accepted-too", { gates: accepted.join(", ") }))
      : null,
    first ? h("p", { class: "hk-soft hk-small" }, ui.t("first-you-said", { gate: first })) : null,
  );
}

/** @param {Ui} ui @param {Case} story */
function reveal(ui, story) {
  const node = h("div");
  let drawn = "";
  const update = () => {
    const shown = ui.state().shown[story.id];
    if (JSON.stringify(shown) === drawn) return;
    drawn = JSON.stringify(shown);
    refill(node, shown && panel(ui, shown));
  };
  return { node, update };
}

/** The story, folded when the learner knows it. @param {Ui} ui @param {Case} page */
function story(ui, page) {
  const known = page.read || page.id in ui.state().shown;
  return {
    node: h(
      "details",
      { open: !known, class: "hk-again" },
      h("summary", {}, ui.t("story")),
      h("p", { class: "hk-story" }, page.story),
    ),
  };
}

/** @param {Ui} ui @param {Case} page @param {Turn} turn */
function partsOf(ui, page, turn) {
  const question = radios(ui, {
    item: page.id,
    legend: ui.t("where"),
    options: ui.view.gates,
    chosen: () => ui.state().answers[page.id],
  });
  const press = async () => {
    if (!question.answered(ui.t("choose-first"))) return;
    await ui.send({ item: page.id, kind: "reveal", value: null });
    focusOn(ui.root, "reveal");
  };
  const show = { label: ui.t("show"), press };
  return [story(ui, page), question, mine(ui, page), reveal(ui, page), ways(ui, page.id, show, turn)];
}

/** All stories, mine beside ours. @param {Ui} ui */
function overview(ui) {
  const { overview: ids, shown } = ui.state();
  if (!ids) return null;
  const titles = Object.fromEntries(ui.view.cases.map(({ id, title }) => [id, title]));
  const column = (/** @type {string} */ key) => h("th", { scope: "col", role: "columnheader" }, ui.t(key));
  const cell = (/** @type {string} */ key, /** @type {string} */ text) =>
    h("td", { role: "cell" }, h("span", { class: "hk-inline", "aria-hidden": "true" }, `${ui.t(key)}: `), text);
  const row = (/** @type {string} */ id) => {
    const reading = shown[id];
    return h(
      "tr",
      { role: "row" },
      h("th", { scope: "row", role: "rowheader" }, titles[id]),
      cell("you", reading.mine || ui.t("open")),
      cell("we", reading.ours),
      h("td", { role: "cell" }, ui.t(`short-${reading.verdict}`)),
    );
  };
  const head = h("tr", { role: "row" }, ["column-story", "you", "we", "column-verdict"].map(column));
  return h(
    "div",
    { class: "hk-panel hk-ending" },
    h("h4", {}, ui.t("overview")),
    h(
      "table",
      { role: "table" },
      h("thead", { role: "rowgroup" }, head),
      h("tbody", { role: "rowgroup" }, ids.map(row)),
    ),
    h("p", { class: "hk-soft" }, ui.t("overview-note")),
  );
}

/** @param {Where} where */
function render(where) {
  return mount("gates", where, (ui) =>
    folder(
      ui,
      (page, turn) => partsOf(ui, page, turn),
      () => overview(ui),
    ),
  );
}

export default { render };
