// @ts-check
import { checkedInput, h, uid } from "../../../frontend/dom.js";

/** @import { Ui } from "../../../frontend/types.js" */
/** @typedef {"text" | "form"} View */

/** @type {View} how a scene was looked at last on this page */
let view = "text";

/** Two ways to look at one scene. @param {Ui} ui @param {Record<View, HTMLElement>} panels */
export function viewSwitch(ui, panels) {
  const name = uid("view");
  let changed = () => {};
  const show = (/** @type {View} */ wanted) => {
    view = wanted;
    for (const [key, panel] of Object.entries(panels)) panel.hidden = key !== wanted;
    for (const input of node.querySelectorAll("input")) input.checked = input.value === wanted;
    changed();
  };
  const option = (/** @type {View} */ value) =>
    h(
      "label",
      { class: "hk-option" },
      h("input", { type: "radio", name, value, "data-key": `view-${value}`, onchange: () => show(value) }),
      ui.t(`view-${value}`),
    );
  const options = h("div", { class: "hk-row" }, option("text"), option("form"));
  const node = h("fieldset", { class: "hk-views" }, h("legend", {}, ui.t("view")), options);
  show(view);
  return {
    node,
    show,
    isForm: () => view === "form",
    focus: () => checkedInput(node)?.focus(),
    /** @param {() => void} show what to do when the other is shown */
    follow: (show) => (changed = show),
  };
}
