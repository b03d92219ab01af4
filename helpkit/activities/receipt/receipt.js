// @ts-check
import { focusOn, h, refill, uid } from "../../frontend/dom.js";
import { drawing } from "../../frontend/charts/drawing.js";
import { provenance } from "../../frontend/provenance.js";
import { mount } from "../../frontend/widget.js";

/** @import { Picture, Sourced } from "../../frontend/types.js" */

/**
 * @typedef {{ id: string, text: string }} Favour
 * @typedef {{ question: string, favours: Favour[], highest: number, second: boolean } & Sourced} View
 * @typedef {{ answers: Record<string, number>, ready: boolean, picture: Picture | null }} State
 * @typedef {import("../../frontend/types.js").Ui<View, State>} Ui
 * @typedef {import("../../frontend/types.js").Where<View, State>} Where
 */

/**
 * One favour with a price from nought to the highest. It shows what Python knows, except that what
 * was chosen last stands while Python is still being told of it.
 * @param {Ui} ui @param {{ id: string, text: string }} favour
 */
function scale(ui, { id, text }) {
  const name = uid("price");
  let telling = 0;
  const choose = async (/** @type {number} */ price) => {
    telling += 1;
    await ui.send({ kind: "answer", item: id, value: price });
    telling -= 1;
    update();
  };
  const step = (/** @type {number} */ value) =>
    h(
      "label",
      { class: "hk-step" },
      h("input", { type: "radio", name, value, "data-key": `${id}-${value}`, onchange: () => choose(value) }),
      h("span", {}, String(value)),
    );
  const steps = Array.from({ length: ui.view.highest + 1 }, (_, value) => step(value));
  const node = h("li", {}, h("fieldset", {}, h("legend", {}, text), h("div", { class: "hk-steps" }, steps)));
  const update = () => {
    if (telling) return;
    for (const input of node.querySelectorAll("input")) input.checked = Number(input.value) === ui.state().answers[id];
  };
  return { node, update };
}

/** What can be done when every favour has its price. @param {Ui} ui */
function end(ui) {
  const { answers, ready, picture } = ui.state();
  const total = ui.view.favours.length;
  const done = Object.keys(answers).length;
  if (done < total) return h("p", { class: "hk-soft" }, ui.t("progress", { done, total }));
  if (!ui.view.second) return h("p", { class: "hk-panel" }, ui.t("put-away"));
  if (!ready) return h("p", { class: "hk-panel" }, ui.t("first-one"));
  if (picture) return null;
  const look = async () => {
    await ui.send({ kind: "reveal", item: "*", value: null });
    focusOn(ui.root, "beside");
  };
  return [
    h("p", {}, ui.t("both-in")),
    h("button", { type: "button", class: "hk-primary", "data-key": "look", onclick: look }, ui.t("look")),
  ];
}

/** @param {Where} where */
function render(where) {
  return mount("receipt", where, (ui) => {
    const scales = ui.view.favours.map((favour) => scale(ui, favour));
    const last = h("div", { class: "hk-end" });
    const shown = drawing(ui, where.host);
    const beside = h("div", { "data-key": "beside", tabindex: "-1" }, shown.node);
    ui.body.append(
      h("p", { class: "hk-question" }, ui.t("scale", { question: ui.view.question })),
      h(
        "ol",
        { class: "hk-receipt-lines" },
        scales.map((scale) => scale.node),
      ),
      last,
      beside,
      provenance(ui),
    );
    ui.follow(() => {
      for (const scale of scales) scale.update();
      refill(last, end(ui));
      beside.hidden = !ui.state().picture;
      if (ui.state().picture) shown.show();
    });
    ui.refreshWhenSeen();
    return shown.stop;
  });
}

export default { render };
