// @ts-check
// The one place where pictures are drawn: when they come near the screen, and again when the figure, the
// theme or the width changes. The library is asked for by the first of them.
import { h } from "../dom.js";
import { fill } from "../words.js";
import { arrival } from "./arrival.js";
import { plotly } from "./plotly_runtime.js";
import { dressed, palette } from "./theme.js";

/** @import { Cell, Figure, Host, Picture, Ui } from "../types.js" */

const CONFIG = {
  displayModeBar: false,
  doubleClick: false,
  showTips: false,
  displayNotifier: false,
  scrollZoom: false,
};
/** What JupyterLab changes when its theme changes. */
const THEME = ["data-jp-theme-name", "data-jp-theme-light"];

class Plot {
  #graph = h("div", { class: "hk-graph", "aria-hidden": "true" });
  #probe = h("span", { class: "hk-probe" }, "0".repeat(20));
  #near;
  #colour;
  #observers;
  /** @type {any} plotly, once it is here: it has no types of its own */
  #library = null;
  /** @type {Figure | null} */
  #figure = null;
  #frame = 0;
  #size = "";
  #stopped = false;
  #listening = false;

  /** @param {Ui<any, any>} ui @param {Host} host @param {(key: string) => void} onpick */
  constructor(ui, host, onpick) {
    this.#ui = ui;
    this.#host = host;
    this.#onpick = onpick;
    this.node = h("div", { class: "hk-plot", role: "img" }, this.#probe, this.#graph);
    this.#near = arrival(this.node);
    this.#colour = palette(this.#probe);
    this.#observers = [new ResizeObserver(this.#resized), new MutationObserver(this.#recoloured)];
    this.#watch();
  }

  #ui;
  #host;
  #onpick;

  /** @param {Figure} figure @param {string} name what is seen, for who does not see it */
  draw = (figure, name) => {
    this.#figure = figure;
    this.node.setAttribute("aria-label", fill(this.#words.picture, { name }));
    this.#now();
  };

  stop = () => {
    this.#stopped = true;
    cancelAnimationFrame(this.#frame);
    this.#near.stop();
    for (const observer of this.#observers) observer.disconnect();
    this.#library?.purge(this.#graph);
  };

  get #words() {
    return this.#ui.model.get("drawing");
  }

  #watch() {
    const [sizes, themes] = /** @type {[ResizeObserver, MutationObserver]} */ (this.#observers);
    sizes.observe(this.node);
    sizes.observe(this.#probe);
    themes.observe(document.body, { attributeFilter: THEME });
    // A tap is a click for plotly, and once more when the browser sends the mouse events that follow it.
    this.#graph.addEventListener("touchend", (event) => event.cancelable && event.preventDefault());
    // A picture in three dimensions would keep the wheel for itself: it belongs to the page.
    this.#graph.addEventListener("wheel", (event) => event.stopPropagation(), { capture: true, passive: true });
  }

  #resized = () => {
    // The height is our own doing; the width of the letters changes with the reader's own spacing.
    const size = `${this.node.clientWidth} ${this.#probe.clientWidth}`;
    if (size === this.#size) return;
    this.#size = size;
    this.#repaint();
  };

  #recoloured = () => {
    this.#colour = palette(this.#probe);
    this.#repaint();
  };

  /** What the page does to the picture comes in bursts; a new figure is drawn at once. */
  #repaint() {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(this.#now);
  }

  #now = () => {
    cancelAnimationFrame(this.#frame);
    this.#paint().catch((error) => {
      this.#ui.tell(fill(this.#ui.model.get("words").fault, { error }));
      throw error;
    });
  };

  async #paint() {
    await this.#near.come;
    if (!this.#library) {
      this.#fit(); // its room is there before it is
      this.#library = await plotly(this.#host, this.#ui.model.get("runtime"));
    }
    const fit = this.#fit();
    if (!fit) return;
    const config = { ...CONFIG, locale: this.#ui.model.get("language") };
    await this.#library.react(this.#graph, fit.data, fit.layout, config);
    this.#listen();
  }

  /** The figure as it is drawn here and now, in the room that it needs; null if nobody can see it. */
  #fit() {
    if (this.#stopped || !this.#figure || !this.node.clientWidth) return null;
    const fit = dressed(this.#figure, this.node, this.#words, this.#colour);
    const height = `${fit.layout.height}px`;
    this.node.style.minHeight = height;
    /** @type {HTMLElement | null} */ (this.node.closest(".hk-bench"))?.style.setProperty("--hk-drawn", height);
    return fit;
  }

  #listen() {
    if (this.#listening) return;
    this.#listening = true;
    /** @param {{ points: { customdata: string }[] }} event */
    const pick = ({ points }) => this.#onpick(points[0].customdata);
    /** @type {any} */ (this.#graph).on("plotly_click", pick);
  }
}

/**
 * A picture, not drawn yet. A click on a mark calls `onpick` with its `customdata`.
 * @param {Ui<any, any>} ui @param {Host} host @param {(key: string) => void} onpick
 */
export function plot(ui, host, onpick) {
  return new Plot(ui, host, onpick);
}

/**
 * The same numbers as a table; what can be picked in the picture is a button here.
 * @param {Picture} picture @param {{ picked?: string | null, onpick: (key: string) => void }} how
 */
export function twin({ name, header, rows }, { picked = null, onpick }) {
  const button = (/** @type {Cell} */ { text, key, label }) => {
    const pressed = { "data-key": key, "aria-label": label || null, "aria-pressed": String(key === picked) };
    return h("button", { type: "button", ...pressed, onclick: () => onpick(/** @type {string} */ (key)) }, text);
  };
  const cell = (/** @type {Cell} */ shown) => h("td", {}, shown.key === null ? shown.text : button(shown));
  const head = h(
    "tr",
    {},
    header.map((text) => h("th", { scope: "col" }, text)),
  );
  const lines = rows.map((row) => h("tr", {}, h("th", { scope: "row" }, row.header), row.cells.map(cell)));
  const table = h("table", {}, h("thead", {}, head), h("tbody", {}, lines));
  return h("div", { class: "hk-table", tabindex: "0", role: "region", "aria-label": name }, table);
}
