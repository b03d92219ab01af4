// @ts-check
import { checkedInput, h, uid } from "../dom.js";

/** @import { Child, Ui } from "../types.js" */

/** @typedef {{ id: string, name: string, description?: string }} Option */

/**
 * Options of which one is chosen. They show what Python knows, except that what was chosen last
 * stands while Python is still being told of it.
 * @param {Ui} ui
 * @param {{ item: string, legend: Child, options: Option[], chosen: () => string | undefined }} asked
 */
export function radios(ui, { item, legend, options, chosen }) {
  const name = uid("option");
  let telling = 0;
  const choose = async (/** @type {string} */ id) => {
    telling += 1;
    await ui.send({ item, kind: "answer", value: id });
    telling -= 1;
    update();
  };
  const option = (/** @type {Option} */ { id, name: words, description }) =>
    h(
      "label",
      { class: "hk-option hk-radio-card" },
      h("input", { type: "radio", name, value: id, "data-key": `${item}-${id}`, onchange: () => choose(id) }),
      h("span", {}, h("strong", {}, words), description ? [" ", h("span", { class: "hk-soft" }, description)] : null),
    );
  const node = h("fieldset", {}, h("legend", {}, legend), h("div", { class: "hk-radio-cards" }, options.map(option)));
  const update = () => {
    if (telling) return;
    for (const input of node.querySelectorAll("input")) input.checked = input.value === chosen();
  };
  /** Whether something is chosen; if not, say what to do and go there. @param {string} complaint */
  const answered = (complaint) => {
    if (checkedInput(node)) return true;
    ui.tell(complaint);
    node.querySelector("input")?.focus();
    return false;
  };
  return { node, update, answered };
}
