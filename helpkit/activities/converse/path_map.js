// @ts-check
import { h } from "../../frontend/dom.js";
import { svg } from "../../frontend/svg.js";
import { endingSign } from "./ending_sign.js";
import { playList } from "./play_list.js";

/** @import { Link, Paths, Spot, StageUi, State } from "./types.js" */

/** @typedef {StageUi} Ui */

const MAP_WIDTH = 340;
const MAP_ROW = 66;
const RADIUS = 16;

/** The middle of a spot in the picture. @param {Spot} spot */
export function middle(spot) {
  const shift = spot.row % 2 && !spot.ends ? 10 : -6; // so that a move of two rows does not run through a spot
  return { x: spot.across * MAP_WIDTH + (spot.ends ? 0 : shift), y: RADIUS + 8 + spot.row * MAP_ROW };
}

/** @typedef {{ x: number, y: number }} Point */

/** How far a move may bend aside to keep clear of other spots, the least first. */
const BENDS = [0, 18, -18, 34, -34, 52, -52, 74, -74, 100, -100, 130, -130];
const FREE = RADIUS + 6;

/**
 * A point of a bent line, from 0 to 1.
 * @param {Point} a @param {Point} control @param {Point} b @param {number} part
 */
function along(a, control, b, part) {
  const at = (/** @type {"x" | "y"} */ key) =>
    (1 - part) ** 2 * a[key] + 2 * part * (1 - part) * control[key] + part ** 2 * b[key];
  return { x: at("x"), y: at("y") };
}

/**
 * How near a bent line comes to any of these, or to the edge.
 * @param {Point} a @param {Point} control @param {Point} b @param {Point[]} others
 */
function clearance(a, control, b, others) {
  const points = Array.from({ length: 19 }, (_each, index) => along(a, control, b, (index + 1) / 20));
  const near = points.flatMap((point) => others.map((other) => Math.hypot(point.x - other.x, point.y - other.y)));
  const edge = points.map(({ x }) => FREE - 4 + Math.min(x, MAP_WIDTH - x));
  return Math.min(...near, ...edge);
}

/**
 * A line from rim to rim with the head of an arrow; it bends as little as keeps it clear of others.
 * @param {Spot} from @param {Spot} to @param {Spot[]} all
 */
export function arrow(from, to, all) {
  const [a, b] = [middle(from), middle(to)];
  const others = all.filter((spot) => spot.id !== from.id && spot.id !== to.id).map(middle);
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = Math.hypot(dx, dy) || 1;
  const bent = BENDS.map((bend) => {
    const control = { x: (a.x + b.x) / 2 - (dy / length) * bend, y: (a.y + b.y) / 2 + (dx / length) * bend };
    return { control, room: Math.min(FREE, clearance(a, control, b, others)) };
  });
  const { control } = bent.reduce((best, bend) => (bend.room > best.room ? bend : best));
  const rim = (/** @type {Point} */ end, /** @type {number} */ gap) => {
    const far = Math.hypot(control.x - end.x, control.y - end.y) || 1;
    return { x: end.x + ((control.x - end.x) / far) * gap, y: end.y + ((control.y - end.y) / far) * gap };
  };
  const [start, end] = [rim(a, RADIUS + 1), rim(b, RADIUS + 5)];
  const angle = Math.atan2(end.y - control.y, end.x - control.x);
  const wing = (/** @type {number} */ turn) =>
    `${end.x - 8 * Math.cos(angle + turn)} ${end.y - 8 * Math.sin(angle + turn)}`;
  return {
    line: `M${start.x} ${start.y} Q${control.x} ${control.y} ${end.x} ${end.y}`,
    head: `M${end.x + 3 * Math.cos(angle)} ${end.y + 3 * Math.sin(angle)} L${wing(0.45)} L${wing(-0.45)} Z`,
  };
}

/**
 * How well a spot or a move is known.
 * @param {{ now: boolean, seen?: boolean, taken?: boolean, known?: boolean }} one
 */
function how({ now, seen, taken, known }) {
  if (now) return "hk-now";
  if (seen || taken) return "hk-seen";
  return known ? "hk-known" : "hk-dark";
}

/** The sign of an ending that was reached. @param {Spot} spot */
function sign(spot) {
  const { x, y } = middle(spot);
  return spot.kind ? endingSign(spot.kind, x, y) : label(spot, "?");
}

/** @param {Spot} spot @param {string} text */
function label(spot, text) {
  const { x, y } = middle(spot);
  const node = svg("text", { x, y: y + 5, "text-anchor": "middle" });
  node.textContent = text;
  return node;
}

/** @param {Spot} spot */
function place(spot) {
  const { x, y } = middle(spot);
  const shape = spot.ends
    ? svg("rect", { x: x - RADIUS, y: y - RADIUS, width: 2 * RADIUS, height: 2 * RADIUS, rx: 6 })
    : svg("circle", { cx: x, cy: y, r: RADIUS });
  return svg(
    "g",
    { class: `hk-spot ${how(spot)}` },
    shape,
    spot.ends ? sign(spot) : label(spot, spot.seen ? String(spot.number) : "?"),
  );
}

/** The picture of the paths. @param {Ui} ui @param {Paths} map */
function picture(ui, map) {
  const at = Object.fromEntries(map.spots.map((spot) => [spot.id, spot]));
  const rank = (/** @type {Link} */ link) => (link.now ? 3 : link.taken ? 2 : link.known ? 1 : 0);
  const links = [...map.links].sort((first, second) => rank(first) - rank(second));
  const arrowOf = (/** @type {Link} */ link) => {
    const { line, head } = arrow(at[link.start], at[link.end], map.spots);
    return svg(
      "g",
      { class: `hk-move ${how(link)}` },
      svg("path", { d: line }),
      svg("path", { d: head, class: "hk-head" }),
    );
  };
  const height = map.rows * MAP_ROW - MAP_ROW + 2 * RADIUS + 16;
  return svg(
    "svg",
    { viewBox: `0 0 ${MAP_WIDTH} ${height}`, class: "hk-paths", role: "img", "aria-label": counted(ui, map) },
    links.map(arrowOf),
    map.spots.map(place),
  );
}

/** How much of the scene was seen, in one sentence. @param {Ui} ui @param {Paths} map */
function counted(ui, map) {
  return ui.t("seen", map);
}

/** Who else may be met, and how much may sound different, without giving it away. @param {Ui} ui @param {Paths} map */
function unseen(ui, { met, people, otherwise }) {
  const who = people && !ui.view.counts ? ui.t("people-met", { ...ui.view, met, people }) : "";
  const lines = otherwise ? ui.t("otherwise", { ...ui.view, lines: otherwise }) : "";
  return `${who} ${lines}`.trim();
}

/** The same as a list. @param {Ui} ui @param {Paths} map */
function list(ui, map) {
  const name = (/** @type {Spot} */ spot) =>
    spot.ends ? ui.t(spot.kind ? `kind-${spot.kind}` : "an-ending") : ui.t("line", { number: spot.number });
  const item = (/** @type {Spot} */ spot) =>
    h(
      "li",
      { class: how(spot) },
      h("strong", {}, name(spot)),
      " ",
      spot.says ?? ui.t("not-seen"),
      spot.now ? [" ", h("span", { class: "hk-tag" }, ui.t("on-the-way"))] : null,
    );
  return h("ul", { class: "hk-spots" }, map.spots.map(item));
}

/**
 * The map of paths taken and not taken, and every play.
 * @param {Ui} ui @param {State} state @param {(number: number) => unknown} onlook
 */
export function map(ui, state, onlook) {
  return h(
    "div",
    { class: "hk-map-of-paths" },
    h(
      "div",
      {},
      h("p", {}, h("strong", {}, counted(ui, state.map)), " ", unseen(ui, state.map)),
      picture(ui, state.map),
      h("p", { class: "hk-soft hk-small" }, ui.t("legend")),
    ),
    h(
      "div",
      {},
      playList(ui, state, onlook),
      h("details", {}, h("summary", {}, ui.t("map-list")), list(ui, state.map)),
    ),
  );
}
