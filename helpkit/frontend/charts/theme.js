// @ts-check
// A figure is plain plotly; here it gets the colours and the letters of the theme and the size of the cell.
import { fitted } from "./fit.js";

/** @import { Figure, Traits } from "../types.js" */
/** @typedef {(name: string) => string} Palette a colour of the theme, as plotly can read it */

const CLEAR = "rgba(0, 0, 0, 0)";
const AXIS = {
  fixedrange: true,
  automargin: true,
  zeroline: false,
  gridcolor: "@line",
  linecolor: "@line",
  tickcolor: "@line",
  ticklabelstandoff: 4,
};
const LAYOUT = {
  paper_bgcolor: CLEAR,
  plot_bgcolor: CLEAR,
  font: { color: "@ink", size: 13 },
  hoverlabel: { bgcolor: "@paper", bordercolor: "@edge", font: { color: "@ink" }, align: "left" },
  margin: { l: 4, r: 4, t: 4, b: 4 },
  colorway: ["@accent", "@warm", "@edge"],
  dragmode: false,
  showlegend: false,
  xaxis: AXIS,
  yaxis: AXIS,
};

/** @param {unknown} part @returns {part is Record<string, any>} */
function isPlain(part) {
  return part !== null && typeof part === "object" && !Array.isArray(part);
}

/** `base` with what `own` says besides or otherwise. @param {any} base @param {any} own @returns {any} */
export function merged(base, own) {
  if (!isPlain(base) || !isPlain(own)) return own === undefined ? base : own;
  const keys = Object.keys({ ...base, ...own });
  return Object.fromEntries(keys.map((key) => [key, key in own ? merged(base[key], own[key]) : base[key]]));
}

/** Every "@name" in a figure as the colour of that name. @param {any} part @param {Palette} colour @returns {any} */
export function coloured(part, colour) {
  if (typeof part === "string") return /^@[a-z]+$/.test(part) ? colour(part.slice(1)) : part;
  if (Array.isArray(part)) return part.map((each) => coloured(each, colour));
  if (!isPlain(part)) return part;
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, coloured(value, colour)]));
}

/** @param {CanvasRenderingContext2DSettings} [settings] */
function canvas(settings) {
  return /** @type {OffscreenCanvasRenderingContext2D} */ (new OffscreenCanvas(1, 1).getContext("2d", settings));
}

/** The colours of the theme. @param {HTMLElement} probe an element that may take any colour @returns {Palette} */
export function palette(probe) {
  const pen = canvas({ willReadFrequently: true });
  const mixed = (/** @type {string} */ name) => {
    probe.style.color = `var(--hk-${name})`;
    pen.fillStyle = getComputedStyle(probe).color;
    pen.clearRect(0, 0, 1, 1);
    pen.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = pen.getImageData(0, 0, 1, 1).data;
    return `rgba(${red}, ${green}, ${blue}, ${alpha / 255})`;
  };
  /** @type {Map<string, string>} */
  const known = new Map();
  return (name) => {
    const colour = known.get(name) ?? mixed(name);
    known.set(name, colour);
    return colour;
  };
}

/** @param {CSSStyleDeclaration} style @param {number} size @returns {import("./fit.js").Measure} */
function ruler({ fontFamily, letterSpacing, wordSpacing }, size) {
  const pen = canvas();
  Object.assign(pen, { font: `${size}px ${fontFamily}`, letterSpacing, wordSpacing });
  return (text) => pen.measureText(text).width;
}

/**
 * A figure as it is drawn in a node.
 * @param {Figure} figure @param {HTMLElement} node @param {Traits<unknown, unknown>["drawing"]} words @param {Palette} colour
 * @returns {Figure}
 */
export function dressed(figure, node, words, colour) {
  const style = getComputedStyle(node);
  const own = { font: { family: style.fontFamily }, separators: words.decimal + words.thousands };
  const layout = merged(merged(LAYOUT, own), figure.layout);
  const fit = fitted({ data: figure.data, layout }, node.clientWidth, ruler(style, layout.font.size));
  return coloured(fit, colour);
}
