// @ts-check
import { h, mount } from "../../frontend/shared.js";
import { drawing } from "../../frontend/charts/drawing.js";
import { knobs } from "../../frontend/knobs.js";
import { provenance } from "../../frontend/provenance.js";

/** @param {{ model: any, el: HTMLElement, host: any }} where */
function render(where) {
  return mount("explore", where, (/** @type {any} */ ui) => {
    const turned = knobs(ui);
    const shown = drawing(ui, where.host);
    ui.body.append(h("div", { class: "hk-bench" }, turned.node, shown.node), provenance(ui));
    ui.follow(() => {
      turned.show();
      shown.show();
    });
    return () => {
      turned.stop();
      shown.stop();
    };
  });
}

export default { render };
