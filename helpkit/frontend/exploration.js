// @ts-check
import { drawing } from "./charts/drawing.js";
import { h } from "./dom.js";
import { Knobs } from "./knobs.js";
import { provenance } from "./provenance.js";
import { mount } from "./widget.js";

/** @import { KnobsState, KnobsView } from "./types.js" */

/** @typedef {import("./types.js").Where<KnobsView, KnobsState>} Where */

/**
 * Knobs beside the picture that follows them: the `render` of an activity that is no more than that.
 * @param {string} name the activity's, and with it the class of its root
 */
export function exploration(name) {
  return (/** @type {Where} */ where) =>
    mount(name, where, (ui) => {
      const knobs = new Knobs(ui);
      const picture = drawing(ui, where.host);
      ui.body.append(h("div", { class: "hk-bench" }, knobs.node, picture.node), provenance(ui));
      ui.follow(() => {
        knobs.show();
        picture.show();
      });
      return () => {
        knobs.stop();
        picture.stop();
      };
    });
}
