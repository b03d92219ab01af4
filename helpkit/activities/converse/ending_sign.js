// @ts-check
import { svg } from "../../frontend/svg.js";

/** A heart, a bubble without words, a broken line, or a clock. @type {Record<string, (x: number, y: number) => string>} */
const SHAPES = {
  helpful: (x, y) =>
    `M${x} ${y + 8} C${x - 16} ${y - 3} ${x - 6} ${y - 13} ${x} ${y - 4} C${x + 6} ${y - 13} ${x + 16} ${y - 3} ${x} ${y + 8} Z`,
  empty: (x, y) => `M${x - 8} ${y - 7} h16 v10 h-9 l-4 5 v-5 h-3 Z`,
  broken: (x, y) => `M${x - 7} ${y - 7} L${x + 7} ${y + 7} M${x + 7} ${y - 7} L${x - 7} ${y + 7}`,
  late: (x, y) => `M${x - 9} ${y} a9 9 0 1 1 18 0 a9 9 0 1 1 -18 0 M${x} ${y - 5} V${y} L${x + 4} ${y + 3}`,
};

/** The sign of a kind of ending, around a point of a picture. @param {string} kind @param {number} x @param {number} y */
export function endingSign(kind, x, y) {
  return svg("path", { d: SHAPES[kind](x, y), class: `hk-sign hk-${kind}` });
}

/** The sign beside words. @param {string} kind */
export function endingIcon(kind) {
  return svg("svg", { viewBox: "0 0 24 24", class: "hk-ending-icon", "aria-hidden": "true" }, endingSign(kind, 12, 12));
}
