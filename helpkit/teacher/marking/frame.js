// @ts-check
import { h, mount } from "../../frontend/shared.js";

/** @param {{ model: any, el: HTMLElement }} where */
function render(where) {
  return mount("frame", where, (ui) => {
    ui.body.append(h("iframe", { sandbox: "allow-scripts", title: ui.view.title, srcdoc: ui.view.page }));
  });
}

export default { render };
