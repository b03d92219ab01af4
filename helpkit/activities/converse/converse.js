// @ts-check
import { h, refill } from "../../frontend/dom.js";
import { provenance } from "../../frontend/provenance.js";
import { Hand, spot } from "./hand.js";
import { panels } from "./panels.js";
import { beside } from "./beside.js";
import { partAt, scenes } from "./scenes.js";
import { theatre } from "./theatre.js";
import { mount } from "../../frontend/widget.js";

/** @import { Local } from "./hand.js" */
/** @import { Moments, Play, Where } from "./types.js" */

/**
 * Where the evening is: before the curtain, at a line, after an answer, at a change of chairs, or over.
 * @param {Play | null} play @param {Local} local @returns {keyof Moments}
 */
export function phase(play, local) {
  if (!play) return "curtain";
  if (play.two && play.seat) return local.seated === `${play.number}.${play.seat.number}` ? "landing" : "hand-over";
  if (local.unheard === spot(play)) return "answered";
  if (!play.ending) return "speaking";
  return local.panel === "chair" && play.seat ? "landing" : "ended";
}

/** @param {Where} where */
function render(where) {
  return mount("converse", where, (ui) => {
    /** @type {Local} */
    const local = { unheard: "", seated: "", panel: ui.state().play?.ending ? "said" : "", thoughts: false };
    const house = theatre(ui);
    const side = h("div", { class: "hk-side" });
    const counts = h("p", { class: "hk-counts", hidden: !ui.view.counts });
    const below = panels(ui, where.host);
    const hand = new Hand(ui, local, () => show());
    const show = () => {
      const { play, counted, obstacle } = ui.state();
      counts.textContent = counted ? ui.t("counted", { number: counted }) : obstacle || ui.t("none-counts");
      const now = phase(play, local);
      house.show(partAt(scenes, now)(ui, play, hand));
      refill(side, partAt(beside, now)(ui, play, hand));
      side.hidden = now === "curtain";
      below.show(hand, local);
    };
    ui.body.append(counts, h("div", { class: "hk-evening-out" }, house.node, side), below.node, provenance(ui));
    ui.follow(show);
    ui.refreshWhenSeen();
    return below.stop;
  });
}

export default { render };
