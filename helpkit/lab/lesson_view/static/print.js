// @ts-check
// On paper the whole lesson, in the light and as wide as a sheet, whatever is on the screen.

/** @import { Panel } from "./types.js" */
/** @import { Store } from "./store.js" */

/** How long pictures may take to be drawn, in milliseconds. */
const TO_DRAW = 15_000;
const ON_PAPER = "hk-on-paper";

const frame = () => new Promise(requestAnimationFrame);

/** As wide as its room: a picture follows that a moment later. @param {Element} plot */
function isDrawn(plot) {
  const drawn = plot.querySelector(".main-svg");
  return Boolean(drawn) && Math.abs(Number(drawn?.clientWidth) - plot.clientWidth) < 2;
}

/** Pictures are drawn when they come near the screen: let each of them come by. @param {HTMLElement} page */
async function passBy(page) {
  const end = Date.now() + TO_DRAW;
  const plots = [...page.querySelectorAll(".hk-plot")].filter((plot) => plot.checkVisibility());
  for (let turn = 0; Date.now() < end; turn += 1) {
    const open = plots.filter((plot) => !isDrawn(plot));
    if (!open.length) return;
    open[turn % open.length].scrollIntoView();
    await frame();
  }
}

/** Dress the page for paper. @param {Panel} panel @param {Store} store @returns {() => void} its end */
function dress(panel, store) {
  const { layout, fold } = store.view;
  const { jpThemeLight } = document.body.dataset;
  const { outerNode } = panel.content;
  const { scrollTop } = outerNode;
  const wear = (/** @type {boolean} */ isOn) => panel.node.classList.toggle(ON_PAPER, isOn);
  wear(true);
  document.body.dataset.jpThemeLight = "true"; // pictures look there for their colours
  store.set({ layout: "page", fold: false });
  return () => {
    wear(false);
    document.body.dataset.jpThemeLight = jpThemeLight;
    store.set({ layout, fold });
    outerNode.scrollTop = scrollTop;
  };
}

/** @param {Panel} panel @param {Store} store @returns {() => Promise<void>} prints, with all pictures */
export function followPrinting(panel, store) {
  /** @type {(() => void) | null} */
  let undress = null;
  const before = () => {
    if (panel.isVisible && !store.view.code) undress ??= dress(panel, store);
  };
  const after = () => {
    undress?.();
    undress = null;
  };
  window.addEventListener("beforeprint", before);
  window.addEventListener("afterprint", after);
  panel.disposed.connect(() => {
    window.removeEventListener("beforeprint", before);
    window.removeEventListener("afterprint", after);
  });
  return async () => {
    before();
    await passBy(panel.content.node);
    window.print();
  };
}
