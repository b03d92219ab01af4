// @ts-check
import { h, refill } from "../../frontend/dom.js";
import { drawing } from "../../frontend/charts/drawing.js";
import { map } from "./path_map.js";
import { shortAndLong } from "./short_and_long.js";
import { transcript } from "./transcript.js";
import { ObserverSheet } from "./observer_sheet.js";

/** @import { Host } from "../../frontend/types.js" */
/** @import { Hand, Local } from "./hand.js" */
/** @import { StageUi } from "./types.js" */

/** @typedef {StageUi} Ui */

const PANELS = ["said", "map", "lengths", "chair", "sheet"];

/** What can be opened below the stage. @param {Ui} ui @param {Host} host */
export function panels(ui, host) {
  const picture = drawing(ui, host);
  const paper = new ObserverSheet(ui);
  const row = h("div", { class: "hk-row hk-panels", role: "group", "aria-label": ui.t("panels") });
  const page = h("div", {});
  const traces = h("div", {}, h("h4", { tabindex: "-1", "data-key": "traces" }, ui.t("traces", ui.view)), picture.node);
  const wait = h("p", { class: "hk-soft" }, ui.t("chair-first", ui.view));
  const node = h("div", { class: "hk-below" }, row, page, traces, wait, paper.node);
  /** @param {Hand} hand @param {Local} local */
  const show = (hand, { panel, thoughts }) => {
    const state = ui.state();
    const { play } = state;
    const open = play ? panel : "";
    const names = PANELS.filter((name) => name !== "chair" || play?.ending);
    node.hidden = !play;
    refill(row, play ? names.map((name) => button(ui, hand, name, open)) : null);
    refill(
      page,
      play && open === "said" ? transcript(ui, play, thoughts, hand) : null,
      open === "map" ? map(ui, state, (number) => hand.look(number)) : null,
      open === "lengths" ? shortAndLong(ui) : null,
    );
    traces.hidden = open !== "chair" || !state.picture;
    wait.hidden = open !== "chair" || Boolean(state.picture);
    paper.node.hidden = open !== "sheet";
    if (state.picture) picture.show();
    paper.show();
  };
  const stop = () => {
    picture.stop();
    paper.stop();
  };
  return { node, show, stop };
}

/** @param {Ui} ui @param {Hand} hand @param {string} name @param {string} open */
function button(ui, hand, name, open) {
  return h(
    "button",
    {
      type: "button",
      "data-key": `panel-${name}`,
      "aria-pressed": String(open === name),
      onclick: () => hand.toggle(name),
    },
    ui.t(`panel-${name}`, ui.view),
  );
}
