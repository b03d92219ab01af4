// @ts-check
import { fill, h, refill, uid } from "./shared.js";
import { choiceKnob } from "./choice_knob.js";
import { newestOnly } from "./latest.js";

/** @typedef {number | string} Setting */

/** A number as the language writes it. @param {number} value @param {string} decimal */
export function written(value, decimal) {
  return String(Math.round(value * 100) / 100).replace("-", "\u2212").replace(".", decimal);
}

/**
 * One knob: a slider that says its value in words.
 * @param {any} ui @param {any} knob @param {{ turn: (id: string, value: Setting) => void, leave: (id: string) => void }} hand
 */
function slider(ui, { id, low, high, step, label, hint, shown }, hand) {
  const field = uid("knob");
  const output = h("span", { class: "hk-value", "aria-hidden": "true" }); // the slider says it itself
  const input = h("input", { type: "range", id: field, min: low, max: high, step, "data-key": `knob-${id}`, "aria-describedby": `${field}-hint` });
  const decimal = ui.model.get("drawing").decimal;
  const say = (/** @type {number} */ value) => {
    const words = fill(shown, { value: written(value, decimal), percent: written(100 * value, decimal) });
    output.textContent = words;
    input.setAttribute("aria-valuetext", words);
  };
  input.addEventListener("input", () => {
    say(Number(input.value));
    hand.turn(id, Number(input.value));
  });
  input.addEventListener("change", () => hand.leave(id));
  const node = h("div", { class: "hk-knob" }, h("label", { for: field }, label, " ", output), input, h("p", { id: `${field}-hint`, class: "hk-soft hk-small" }, hint));
  const show = (/** @type {number} */ value) => {
    if (Number(input.value) === value && output.textContent) return;
    input.value = String(value);
    say(value);
  };
  return { node, show, focus: () => input.focus() };
}

/**
 * The knobs of `ui.view`: the first, then one more at a time. They show what the hand last wanted,
 * also while Python is still at an earlier wish.
 * @param {any} ui
 */
export function knobs(ui) {
  const newest = newestOnly(ui);
  let wanted = { ...ui.state().values };
  let saving = 0;
  const record = async (/** @type {string} */ id, /** @type {Setting | null} */ value) => {
    saving += 1;
    await ui.send({ kind: "answer", item: id, value });
    saving -= 1;
    show();
  };
  const hand = {
    turn: (/** @type {string} */ id, /** @type {Setting} */ value) => {
      wanted = { ...wanted, [id]: value };
      newest.send(wanted);
    },
    choose: (/** @type {string} */ id, /** @type {Setting} */ value) => {
      wanted = { ...wanted, [id]: value };
      return hand.leave(id);
    },
    leave: async (/** @type {string} */ id) => {
      newest.forget();
      await record(id, wanted[id]);
      ui.say(ui.state().picture.sentences[0] ?? "");
    },
  };
  const control = (/** @type {any} */ knob) =>
    knob.options ? choiceKnob(knob, (value) => hand.choose(knob.id, value)) : slider(ui, knob, hand);
  const all = ui.view.knobs.map((/** @type {any} */ knob) => ({ id: knob.id, ...control(knob) }));
  const open = (/** @type {string} */ item, /** @type {string} */ goal) => async () => {
    await ui.send({ kind: "reveal", item, value: null });
    all.find((/** @type {any} */ { id }) => id === goal).focus();
  };
  const back = async () => {
    const moved = ui.view.knobs.filter((/** @type {any} */ { id, start }) => ui.state().values[id] !== start);
    for (const { id } of moved) await record(id, null);
  };
  const more = h("div", { class: "hk-row" });
  const buttons = () => {
    const closed = ui.view.knobs.filter((/** @type {any} */ { id }) => !ui.state().open.includes(id));
    const turned = ui.view.knobs.some((/** @type {any} */ { id, start }) => wanted[id] !== start);
    const button = (/** @type {string} */ key, /** @type {() => void} */ onclick, /** @type {string} */ text) => h("button", { type: "button", "data-key": key, onclick }, text);
    return [
      closed.length ? button("next-knob", open(`open.${closed[0].id}`, closed[0].id), ui.t("next-knob", { label: closed[0].label })) : null,
      closed.length > 1 ? button("all-knobs", open("*", closed[0].id), ui.t("all-knobs")) : null,
      turned ? button("start-over", back, ui.t("start-over")) : null,
    ];
  };
  const show = () => {
    if (!saving && !newest.busy()) wanted = { ...ui.state().values };
    for (const one of all) {
      one.node.hidden = !ui.state().open.includes(one.id);
      one.show(wanted[one.id]);
    }
    refill(more, buttons());
  };
  const node = h("div", { class: "hk-knobs" }, all.map((/** @type {any} */ one) => one.node), more);
  return { node, show, stop: newest.stop, hand, at: (/** @type {string} */ id) => wanted[id], value: (/** @type {string} */ id, /** @type {Setting} */ value) => record(id, value) };
}
