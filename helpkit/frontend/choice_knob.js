// @ts-check
import { checkedInput, h, uid } from "./dom.js";

/** @import { ChoiceKnob, Setting } from "./types.js" */

/** Up to so many options are seen at once; more are a list that unfolds. */
export const AT_ONCE = 5;

/** @typedef {{ node: HTMLElement, show: (value: Setting) => void, focus: () => void }} Control */

/**
 * Options side by side, of which one is chosen.
 * @param {ChoiceKnob} knob @param {(value: string) => void} choose @returns {Control}
 */
function buttons({ id, options, label, hint, labels }, choose) {
  const name = uid("knob");
  const inputs = options.map((value) =>
    h("input", { type: "radio", name, value, "data-key": `knob-${id}-${value}`, onchange: () => choose(value) }),
  );
  const option = (/** @type {HTMLInputElement} */ input) =>
    h("label", { class: "hk-option" }, input, labels[input.value]);
  const node = h(
    "fieldset",
    { class: "hk-knob", "aria-describedby": `${name}-hint` },
    h("legend", {}, label),
    h("div", { class: "hk-options" }, inputs.map(option)),
    h("p", { id: `${name}-hint`, class: "hk-soft hk-small" }, hint),
  );
  const show = (/** @type {Setting} */ value) => {
    for (const input of inputs) input.checked = input.value === value;
  };
  return { node, show, focus: () => checkedInput(node)?.focus() };
}

/**
 * Options in a list that unfolds.
 * @param {ChoiceKnob} knob @param {(value: string) => void} choose @returns {Control}
 */
function list({ id, options, label, hint, labels }, choose) {
  const field = uid("knob");
  const option = (/** @type {string} */ value) => h("option", { value }, labels[value]);
  const select = h(
    "select",
    {
      id: field,
      "data-key": `knob-${id}`,
      "aria-describedby": `${field}-hint`,
      onchange: ({ currentTarget }) => choose(currentTarget.value),
    },
    options.map(option),
  );
  const node = h(
    "div",
    { class: "hk-knob" },
    h("label", { for: field }, label),
    select,
    h("p", { id: `${field}-hint`, class: "hk-soft hk-small" }, hint),
  );
  const show = (/** @type {Setting} */ value) => {
    if (select.value !== value) select.value = String(value);
  };
  return { node, show, focus: () => select.focus() };
}

/**
 * One knob that is a choice among named options.
 * @param {ChoiceKnob} knob @param {(value: string) => void} choose @returns {Control}
 */
export function choiceKnob(knob, choose) {
  return knob.options.length > AT_ONCE ? list(knob, choose) : buttons(knob, choose);
}
