// @ts-check
// The one place where pictures are drawn. A figure is plain plotly; here it gets the colours and the
// letters of the theme and the size of the cell. Python composes this file into each widget that draws.
import { fill, h } from "../shared.js";

const CLEAR = "rgba(0, 0, 0, 0)";
const AXIS = { fixedrange: true, automargin: true, zeroline: false, gridcolor: "@line", linecolor: "@line", tickcolor: "@line", ticklabelstandoff: 4 };
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
const CONFIG = { displayModeBar: false, doubleClick: false, showTips: false, displayNotifier: false, scrollZoom: false };

/** Room for a tick label: beside the plot as a part of the width, upright above it in pixels. */
const BESIDE = 0.34;
const UPRIGHT = 130;
const LINE = 1.3;
/** Height of a row, and of the label above it where there is no room beside it. */
const ROW = 46;
const ABOVE = 24;
/** The part of the width that the name of an axis may take, and the room for the ticks above it. */
const ACROSS = 0.8;
const UNDER = 34;
/** Width of the sign before a name in the legend. */
const KEY = 60;

/** @typedef {(text: string) => number} Measure the width of a text in pixels */

/** @param {any} one */
const isPlain = (one) => one !== null && typeof one === "object" && !Array.isArray(one);

/** `base` with what `own` says besides or otherwise. @param {any} base @param {any} own @returns {any} */
export function merged(base, own) {
  if (!isPlain(base) || !isPlain(own)) return own === undefined ? base : own;
  return Object.fromEntries(Object.keys({ ...base, ...own }).map((key) => [key, key in own ? merged(base[key], own[key]) : base[key]]));
}

/** Every "@name" in a figure as the colour of that name. @param {any} part @param {(name: string) => string} colour @returns {any} */
export function coloured(part, colour) {
  if (typeof part === "string") return /^@[a-z]+$/.test(part) ? colour(part.slice(1)) : part;
  if (Array.isArray(part)) return part.map((one) => coloured(one, colour));
  if (!isPlain(part)) return part;
  return Object.fromEntries(Object.entries(part).map(([key, one]) => [key, coloured(one, colour)]));
}

/** A text in lines that fit; a word is never broken. @param {string} text @param {number} room @param {Measure} measure */
export function lines(text, room, measure) {
  return text.split(" ").reduce((/** @type {string[]} */ done, word) => {
    const longer = done.length ? `${done[done.length - 1]} ${word}` : word;
    return done.length && measure(longer) <= room ? [...done.slice(0, -1), longer] : [...done, word];
  }, []);
}

/**
 * The part of a layout that makes the names of columns fit: in lines above the plot, or upright.
 * @param {string[]} names @param {number} each room for one @param {number} size @param {Measure} measure
 */
export function across(names, each, size, measure) {
  const upright = names.some((name) => Math.max(...name.split(" ").map(measure)) > each);
  const broken = names.map((name) => lines(name, upright ? UPRIGHT : each, measure));
  const height = upright ? Math.max(...broken.flat().map(measure)) : Math.max(...broken.map((one) => one.length)) * size * LINE;
  return { ticktext: broken.map((one) => one.join("<br>")), tickangle: upright ? -90 : 0, height };
}

/**
 * A figure whose named ticks fit: rows beside the plot in at most two lines, or else above each row.
 * @param {any} figure @param {number} width @param {Measure} measure @returns {any}
 */
function fitted({ data, layout }, width, measure) {
  const rows = layout.yaxis.ticktext ?? [];
  const columns = layout.xaxis.ticktext ?? [];
  const beside = rows.map((/** @type {string} */ name) => lines(name, width * BESIDE, measure));
  const tight = beside.some((/** @type {string[]} */ one) => one.length > 2 || Math.max(...one.map(measure)) > width * BESIDE);
  const left = tight ? 0 : Math.max(0, ...beside.flat().map(measure));
  const named = titled(layout, width, measure);
  const keys = layout.showlegend ? keyed(data, width, measure) : { data, lines: 0 };
  const { height, ...ticks } = columns.length ? across(columns, (width - left - 24) / columns.length - 6, layout.font.size, measure) : { height: 0 };
  const fit = {
    ...layout,
    ...named.axes,
    width,
    height: layout.height + Math.ceil(height) + named.height + Math.ceil(keys.lines * layout.font.size * LINE) + 24,
    // Plotly remembers how wide a text once was, and so would cut it off when letters are spaced out.
    margin: { ...layout.margin, l: left ? left + 12 : layout.margin.l },
    xaxis: { ...named.axes.xaxis, ...ticks },
    yaxis: { ...named.axes.yaxis, ...(rows.length ? { ticktext: beside.map((/** @type {string[]} */ one) => one.join("<br>")) } : {}) },
  };
  return tight ? stacked({ data: keys.data, layout: fit }, rows, measure) : { data: keys.data, layout: fit };
}

/**
 * The names of the axes in lines that fit, and the height that they need.
 * @param {any} layout @param {number} width @param {Measure} measure
 */
export function titled(layout, width, measure) {
  const named = (/** @type {string} */ axis, /** @type {number} */ room) => {
    const { title } = layout[axis] ?? {};
    const broken = title?.text ? lines(title.text, room, measure) : [];
    const axes = broken.length ? { [axis]: { ...layout[axis], title: { ...title, text: broken.join("<br>") } } } : { [axis]: layout[axis] };
    return { axes: layout[axis] ? axes : {}, lines: broken.length };
  };
  const across = ["xaxis", "xaxis2"].map((axis) => named(axis, width * ACROSS));
  const height = across.map((one) => (one.lines ? UNDER + one.lines * layout.font.size * LINE : 0));
  const axes = [...across, named("yaxis", layout.height)].map((one) => one.axes);
  return { axes: Object.assign({}, ...axes), height: Math.ceil(height.reduce((sum, one) => sum + one, 0)) };
}

/**
 * The data with names that fit in the legend, and the lines that it takes: plotly puts as many names
 * side by side as the longest of them allows.
 * @param {any[]} data @param {number} width @param {Measure} measure
 */
export function keyed(data, width, measure) {
  const named = data.filter(({ name, showlegend }) => name && showlegend !== false);
  const beside = Math.floor(width / Math.max(...named.map(({ name }) => measure(name) + KEY), 1));
  if (beside > 0) return { data, lines: Math.ceil(named.length / beside) + 1 };
  const broken = (/** @type {string} */ name) => lines(name, width - KEY, measure);
  const count = named.reduce((sum, { name }) => sum + broken(name).length, 1);
  return { data: data.map((trace) => (trace.name ? { ...trace, name: broken(trace.name).join("<br>") } : trace)), lines: count };
}

/** The names of the rows above the rows, in as many lines as they need. @param {any} figure @param {string[]} names @param {Measure} measure */
function stacked({ data, layout }, names, measure) {
  const broken = names.map((name) => lines(name, layout.width - 12, measure));
  const above = ABOVE + Math.ceil((Math.max(...broken.map((one) => one.length)) - 1) * layout.font.size * LINE);
  const spot = { xref: "paper", x: 0, xanchor: "left", align: "left", yshift: (ROW + above) / 2 - 2, showarrow: false };
  const spaced = (/** @type {any} */ trace) =>
    trace.type === "bar" ? { ...trace, width: Math.min(trace.width ?? 1, ROW / (2 * above + ROW)) } : { ...trace, ygap: above };
  return {
    data: data.map(spaced),
    layout: {
      ...layout,
      height: layout.height + above * (names.length + 1),
      xaxis: { ...layout.xaxis, ticklabelstandoff: above },
      yaxis: { ...layout.yaxis, showticklabels: false },
      annotations: broken.map((one, index) => ({ ...spot, text: one.join("<br>"), y: index })),
    },
  };
}

/** The colours of the theme by name, as plotly can read them. @param {HTMLElement} node */
function palette(node) {
  const probe = /** @type {HTMLElement} */ (node.firstChild);
  const pen = /** @type {CanvasRenderingContext2D} */ (new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true }));
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
  return (/** @type {string} */ name) => {
    if (!known.has(name)) known.set(name, mixed(name));
    return /** @type {string} */ (known.get(name));
  };
}

/** @param {CSSStyleDeclaration} style @param {number} size @returns {Measure} */
function ruler({ fontFamily, letterSpacing, wordSpacing }, size) {
  const pen = /** @type {CanvasRenderingContext2D} */ (new OffscreenCanvas(1, 1).getContext("2d"));
  Object.assign(pen, { font: `${size}px ${fontFamily}`, letterSpacing, wordSpacing });
  return (text) => pen.measureText(text).width;
}

/** @param {any} figure @param {HTMLElement} node @param {any} words @param {(name: string) => string} colour */
function dressed(figure, node, words, colour) {
  const style = getComputedStyle(node);
  const own = { font: { family: style.fontFamily }, separators: words.decimal + words.thousands };
  const layout = merged(merged(LAYOUT, own), figure.layout);
  const fit = fitted({ data: figure.data, layout }, node.clientWidth, ruler(style, layout.font.size));
  return coloured(fit, colour);
}

/**
 * A picture: drawn in the colours of the theme and again when theme or width change.
 * A click on a mark calls `onpick` with its `customdata`.
 * @param {any} ui @param {any} host @param {(key: string) => void} onpick
 */
export function plot(ui, host, onpick) {
  const words = ui.model.get("drawing");
  const graph = /** @type {any} */ (h("div", { class: "hk-graph", "aria-hidden": "true" }));
  const node = h("div", { class: "hk-plot", role: "img" }, h("span", { class: "hk-probe" }, "0".repeat(20)), graph);
  const library = host.getWidget(ui.model.get("runtime")).then((/** @type {any} */ { exports }) => exports.plotly);
  /** @type {any} */
  let figure = null;
  let size = "";
  let frame = 0;
  let stopped = false;
  let listening = false;
  let colour = palette(node);

  const paint = async () => {
    const Plotly = await library;
    if (stopped || !figure || !node.clientWidth) return;
    const { data, layout } = dressed(figure, node, words, colour);
    node.style.minHeight = `${layout.height}px`;
    /** @type {HTMLElement | null} */ (node.closest(".hk-bench"))?.style.setProperty("--hk-drawn", `${layout.height}px`);
    await Plotly.react(graph, data, layout, { ...CONFIG, locale: ui.model.get("language") });
    if (listening) return;
    listening = true;
    graph.on("plotly_click", (/** @type {any} */ { points }) => onpick(points[0].customdata));
  };
  const report = (/** @type {unknown} */ error) => {
    ui.tell(fill(ui.model.get("words").fault, { error }));
    throw error;
  };
  const now = () => {
    cancelAnimationFrame(frame);
    paint().catch(report);
  };
  // What the page does to the picture comes in bursts; a new figure is drawn at once.
  const repaint = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(now);
  };
  const sizes = new ResizeObserver(() => {
    // The height is our own doing; the width of the letters changes with the reader's own spacing.
    const now = `${node.clientWidth} ${node.firstElementChild?.clientWidth}`;
    if (now === size) return;
    size = now;
    repaint();
  });
  const themes = new MutationObserver(() => {
    colour = palette(node);
    repaint();
  });
  // A tap is a click for plotly, and once more when the browser sends the mouse events that follow it.
  graph.addEventListener("touchend", (/** @type {TouchEvent} */ event) => event.cancelable && event.preventDefault());
  // A picture in three dimensions would keep the wheel for itself: it belongs to the page.
  graph.addEventListener("wheel", (/** @type {WheelEvent} */ event) => event.stopPropagation(), { capture: true, passive: true });
  sizes.observe(node);
  sizes.observe(/** @type {Element} */ (node.firstElementChild));
  themes.observe(document.body, { attributeFilter: ["data-jp-theme-name", "data-jp-theme-light"] });

  return {
    node,
    /** @param {any} next @param {string} name what is seen, for who does not see it */
    draw: (next, name) => {
      figure = next;
      node.setAttribute("aria-label", fill(words.picture, { name }));
      now();
    },
    stop: () => {
      stopped = true;
      cancelAnimationFrame(frame);
      sizes.disconnect();
      themes.disconnect();
      library.then((/** @type {any} */ Plotly) => Plotly.purge(graph));
    },
  };
}

/**
 * The same numbers as a table; what can be picked in the picture is a button here.
 * @param {any} picture @param {{ picked?: string | null, onpick: (key: string) => void }} how
 */
export function twin({ name, header, rows }, { picked = null, onpick }) {
  const cell = (/** @type {any} */ { text, key, label }) =>
    key === null
      ? text
      : h("button", { type: "button", "data-key": key, "aria-label": label || null, "aria-pressed": String(key === picked), onclick: () => onpick(key) }, text);
  return h(
    "div",
    { class: "hk-table", tabindex: "0", role: "region", "aria-label": name },
    h(
      "table",
      {},
      h("thead", {}, h("tr", {}, header.map((/** @type {string} */ text) => h("th", { scope: "col" }, text)))),
      h("tbody", {}, rows.map((/** @type {any} */ row) => h("tr", {}, h("th", { scope: "row" }, row.header), row.cells.map((/** @type {any} */ one) => h("td", {}, cell(one)))))),
    ),
  );
}
