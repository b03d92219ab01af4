// @ts-check
import { h, uid } from "../../frontend/dom.js";
import { mount } from "../../frontend/widget.js";

/**
 * @typedef {{ longest: number, item: string }} View
 * @typedef {{ name: string, known: string[] }} State
 * @typedef {import("../../frontend/types.js").Ui<View, State>} Ui
 * @typedef {import("../../frontend/types.js").Where<View, State>} Where
 */

/** The name of the last marker in this browser. */
const LAST = "marker";

/** @param {Where} where */
function render(where) {
  return mount("marker", where, (ui) => {
    const id = uid("marker");
    const now = h("p", { class: "hk-now", role: "status" });
    const known = h("p", { class: "hk-soft hk-small" });
    // JupyterLab keeps Enter for itself, so the form never hears of it.
    const enter = (/** @type {KeyboardEvent} */ event) => (event.key === "Enter" ? begin(event) : null);
    const field = h("input", {
      id,
      type: "text",
      maxlength: ui.view.longest,
      autocomplete: "off",
      "data-key": "name",
      onkeydown: enter,
    });
    const begin = async (/** @type {Event} */ event) => {
      event.preventDefault();
      if (await ui.send({ item: ui.view.item, kind: "answer", value: field.value }))
        ui.drafts.remember(LAST, field.value);
    };
    const button = h("button", { class: "hk-primary", "data-key": "begin" }, ui.t("begin"));
    field.value = ui.state().name || ui.drafts.get(LAST) || "";
    ui.body.append(
      h(
        "form",
        { class: "hk-form", onsubmit: begin },
        h("label", { for: id }, ui.t("name")),
        h("div", { class: "hk-row" }, field, button),
      ),
      now,
      known,
    );
    ui.follow(() => {
      const { name, known: names } = ui.state();
      now.textContent = name ? ui.t("now", { name }) : "";
      known.textContent = names.length ? ui.t("known", { names: names.join(", ") }) : "";
    });
    ui.refreshWhenSeen();
  });
}

export default { render };
