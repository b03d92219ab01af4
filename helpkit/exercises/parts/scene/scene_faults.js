// @ts-check
import { h, refill } from "../../../frontend/dom.js";

/** @import { Preview, Ui } from "../../../frontend/types.js" */

/**
 * @typedef {object} Ways how to go to a fault in the text, or to a field of the form if it has one
 * @property {(line: number) => void} goTo
 * @property {(place: string) => void} goToField
 * @property {(place: string) => boolean} hasField
 */

/** @type {Ways} */
const NOWHERE = { goTo: () => {}, goToField: () => {}, hasField: () => false };

/** What is wrong with a scene, line by line. @param {Ui} ui @param {Ways} [ways] */
export function sceneFaults(ui, { goTo, goToField, hasField } = NOWHERE) {
  const sentence = h("p", { class: "hk-verdict", role: "status" });
  const list = h("ul", { class: "hk-faults" });
  const button = (
    /** @type {string} */ key,
    /** @type {string[]} */ [words, label],
    /** @type {() => void} */ onclick,
  ) => h("button", { type: "button", "data-key": key, "aria-label": label, onclick }, words);
  const way = (/** @type {Preview["faults"][number]} */ { line, where }) => {
    const key = `line-${line}-${where}`;
    if (hasField(where)) return button(key, [ui.t("to-field"), ui.t("go-to-field", { where })], () => goToField(where));
    return line === null ? null : button(key, [ui.t("line", { line }), ui.t("go-to", { line })], () => goTo(line));
  };
  const item = (/** @type {Preview["faults"][number]} */ fault) => {
    const { where, text } = fault;
    return h("li", {}, way(fault), " ", where ? h("code", {}, where) : null, where ? ": " : null, text);
  };
  const verdict = (/** @type {Preview} */ { faults, more, scene, ours }) => {
    if (ours) return ui.t("ours");
    if (!faults.length) return scene ? ui.t("no-faults") : ui.t("nothing-yet");
    const count = faults.length + more;
    return count === 1 ? ui.t("one-fault") : ui.t("faults", { count });
  };
  const node = h("section", { class: "hk-checked" }, h("h4", {}, ui.t("check")), sentence, list);
  return {
    node,
    show: (/** @type {Preview} */ now) => {
      const text = verdict(now);
      if (sentence.textContent !== text) sentence.textContent = text;
      sentence.classList.toggle("hk-warned", Boolean(now.ours || now.faults.length));
      refill(list, now.faults.map(item), now.more ? h("li", {}, ui.t("more-faults", { more: now.more })) : null);
    },
  };
}

/** What the part demands, met or not. @param {Ui} ui */
export function sceneNeeds(ui) {
  const list = h("ul", { class: "hk-needs" });
  const counts = h("p", { class: "hk-counts" });
  const item = (/** @type {Preview["needs"][number]} */ { text, met }, /** @type {boolean} */ read) => {
    const how = read ? (met ? "met" : "open") : "unread";
    const sign = { met: "✓", open: "○", unread: "–" }[how];
    return h(
      "li",
      { class: `hk-${how}` },
      h("span", { class: "hk-sign", "aria-hidden": "true" }, sign),
      h("span", {}, text, " ", h("span", { class: "hk-soft hk-small" }, ui.t(`need-${how}`))),
    );
  };
  const counted = (/** @type {Preview} */ { scene, needs }) => {
    if (!scene) return ui.t("cannot-count");
    const met = needs.filter((need) => need.met).length;
    return ui.t("counts", { nodes: scene.nodes.length, endings: scene.endings.length, met, of: needs.length });
  };
  const node = h("section", { class: "hk-demands" }, h("h4", {}, ui.t("needs")), list, counts);
  return {
    node,
    show: (/** @type {Preview} */ now) => {
      list.replaceChildren(...now.needs.map((need) => item(need, Boolean(now.scene))));
      counts.textContent = counted(now);
    },
  };
}
