// @ts-check
import { h } from "../../frontend/dom.js";
import { mount } from "../../frontend/widget.js";

/**
 * @typedef {{ page: string }} View
 * @typedef {{}} State
 * @typedef {import("../../frontend/types.js").Ui<View, State>} Ui
 * @typedef {import("../../frontend/types.js").Where<View, State>} Where
 */

/** @param {Where} where */
function render(where) {
  return mount("frame", where, (ui) => {
    ui.body.append(h("iframe", { sandbox: "allow-scripts", title: ui.view.title, srcdoc: ui.view.page }));
  });
}

export default { render };
