// @ts-check
// How much room a figure needs, and how its names fit in there. Pure: a figure comes in, a figure goes out.

/** @import { Figure } from "../types.js" */
/** @typedef {(text: string) => number} Measure the width of a text in pixels */

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

/** A text in lines that fit; a word is never broken. @param {string} text @param {number} room @param {Measure} measure */
export function lines(text, room, measure) {
  return text.split(" ").reduce((/** @type {string[]} */ done, word) => {
    const longer = done.length ? `${done[done.length - 1]} ${word}` : word;
    return done.length && measure(longer) <= room ? [...done.slice(0, -1), longer] : [...done, word];
  }, []);
}

/** The width of the widest of some lines. @param {string[]} some @param {Measure} measure */
function widest(some, measure) {
  return Math.max(0, ...some.map(measure));
}

/**
 * The part of a layout that makes the names of columns fit: in lines above the plot, or upright.
 * @param {string[]} names @param {number} each room for a name @param {number} size @param {Measure} measure
 */
export function across(names, each, size, measure) {
  const upright = names.some((name) => widest(name.split(" "), measure) > each);
  const broken = names.map((name) => lines(name, upright ? UPRIGHT : each, measure));
  const most = Math.max(...broken.map((name) => name.length));
  const height = upright ? widest(broken.flat(), measure) : most * size * LINE;
  return { ticktext: broken.map((name) => name.join("<br>")), tickangle: upright ? -90 : 0, height };
}

/** The names of columns, which need `height`. @param {Figure["layout"]} layout @param {number} room @param {Measure} measure */
function columnTicks(layout, room, measure) {
  /** @type {string[]} */
  const names = layout.xaxis.ticktext ?? [];
  if (!names.length) return { height: 0 };
  return across(names, room / names.length - 6, layout.font.size, measure);
}

/** The names of rows in lines, beside the plot if that is not too `tight`. @param {string[]} names @param {number} width @param {Measure} measure */
function rowTicks(names, width, measure) {
  const broken = names.map((name) => lines(name, width * BESIDE, measure));
  const tight = broken.some((name) => name.length > 2 || widest(name, measure) > width * BESIDE);
  const ticks = names.length ? { ticktext: broken.map((name) => name.join("<br>")) } : {};
  return { tight, ticks, left: tight ? 0 : widest(broken.flat(), measure) };
}

/**
 * A figure whose named ticks fit: rows beside the plot in at most two lines, or else above each row.
 * @param {Figure} figure @param {number} width @param {Measure} measure @returns {Figure}
 */
export function fitted({ data, layout }, width, measure) {
  const names = layout.yaxis.ticktext ?? [];
  const { tight, ticks, left } = rowTicks(names, width, measure);
  const titles = titled(layout, width, measure);
  const legend = layout.showlegend ? keyed(data, width, measure) : { data, lines: 0 };
  const { height, ...columns } = columnTicks(layout, width - left - 24, measure);
  const keys = Math.ceil(legend.lines * layout.font.size * LINE);
  const fit = {
    ...layout,
    ...titles.axes,
    width,
    height: layout.height + Math.ceil(height) + titles.height + keys + 24,
    // Plotly remembers how wide a text once was, and so would cut it off when letters are spaced out.
    margin: { ...layout.margin, l: left ? left + 12 : layout.margin.l },
    xaxis: { ...titles.axes.xaxis, ...columns },
    yaxis: { ...titles.axes.yaxis, ...ticks },
  };
  const whole = { data: legend.data, layout: fit };
  return tight ? stacked(whole, names, measure) : whole;
}

/** The name of an axis in lines that fit. @param {Figure["layout"]} layout @param {string} axis @param {number} room @param {Measure} measure */
function axisTitle(layout, axis, room, measure) {
  if (!layout[axis]) return { axes: {}, lines: 0 };
  const { title } = layout[axis];
  const broken = title?.text ? lines(title.text, room, measure) : [];
  const named = broken.length ? { ...layout[axis], title: { ...title, text: broken.join("<br>") } } : layout[axis];
  return { axes: { [axis]: named }, lines: broken.length };
}

/**
 * The names of the axes in lines that fit, and the height that they need.
 * @param {Figure["layout"]} layout @param {number} width @param {Measure} measure
 * @returns {{ axes: Record<string, any>, height: number }}
 */
export function titled(layout, width, measure) {
  const below = ["xaxis", "xaxis2"].map((axis) => axisTitle(layout, axis, width * ACROSS, measure));
  const beside = axisTitle(layout, "yaxis", layout.height, measure);
  const heights = below.map((title) => (title.lines ? UNDER + title.lines * layout.font.size * LINE : 0));
  return {
    axes: Object.assign({}, ...[...below, beside].map((title) => title.axes)),
    height: Math.ceil(heights.reduce((sum, height) => sum + height, 0)),
  };
}

/**
 * The data with names that fit in the legend, and the lines that it takes: plotly puts as many names
 * side by side as the longest of them allows.
 * @param {Figure["data"]} data @param {number} width @param {Measure} measure
 */
export function keyed(data, width, measure) {
  const named = data.filter(({ name, showlegend }) => name && showlegend !== false);
  const beside = Math.floor(width / Math.max(...named.map(({ name }) => measure(name) + KEY), 1));
  if (beside > 0) return { data, lines: Math.ceil(named.length / beside) + 1 };
  const broken = (/** @type {string} */ name) => lines(name, width - KEY, measure);
  const renamed = data.map((trace) => (trace.name ? { ...trace, name: broken(trace.name).join("<br>") } : trace));
  return { data: renamed, lines: named.reduce((sum, { name }) => sum + broken(name).length, 1) };
}

/** The names of the rows above the rows, in as many lines as they need. @param {Figure} figure @param {string[]} names @param {Measure} measure */
function stacked({ data, layout }, names, measure) {
  const broken = names.map((name) => lines(name, layout.width - 12, measure));
  const most = Math.max(...broken.map((name) => name.length));
  const above = ABOVE + Math.ceil((most - 1) * layout.font.size * LINE);
  return {
    data: data.map((trace) => spaced(trace, above)),
    layout: {
      ...layout,
      height: layout.height + above * (names.length + 1),
      xaxis: { ...layout.xaxis, ticklabelstandoff: above },
      yaxis: { ...layout.yaxis, showticklabels: false },
      annotations: broken.map((name, row) => heading(name, row, above)),
    },
  };
}

/** Bars or squares that leave room above each row. @param {Figure["data"][number]} trace @param {number} above */
function spaced(trace, above) {
  if (trace.type !== "bar") return { ...trace, ygap: above };
  return { ...trace, width: Math.min(trace.width ?? 1, ROW / (2 * above + ROW)) };
}

/** The name of a row above it. @param {string[]} name @param {number} row @param {number} above */
function heading(name, row, above) {
  const place = { xref: "paper", x: 0, xanchor: "left", align: "left", yshift: (ROW + above) / 2 - 2 };
  return { ...place, showarrow: false, text: name.join("<br>"), y: row };
}
