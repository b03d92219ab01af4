// @ts-check
import { h } from "../../../frontend/dom.js";
import { onTurningAway } from "../../../frontend/fields/text_field.js";
import { newestOnly } from "../../../frontend/latest.js";
import { patient } from "../../../frontend/pointer.js";
import { mount } from "../../../frontend/widget.js";
import { sceneExample } from "./scene_example.js";
import { sceneFaults, sceneNeeds } from "./scene_faults.js";
import { SceneForm } from "./scene_form.js";
import { ScenePreview } from "./scene_preview.js";
import { SceneText } from "./scene_text.js";
import { viewSwitch } from "./scene_view_switch.js";

/**
 * @typedef {import("./scene_operations.js").Ui} Ui
 * @typedef {import("../../../frontend/types.js").Preview} Preview
 * @typedef {import("./scene_operations.js").View} View
 * @typedef {import("./scene_operations.js").State} State
 * @typedef {import("../../../frontend/types.js").Where<View, State>} Where
 */

/** What is beside the scene. @param {Ui} ui @param {Parameters<typeof sceneFaults>[1]} ways @param {(temperament: string) => void} meet */
function previewOf(ui, ways, meet) {
  const faults = sceneFaults(ui, ways);
  const needs = sceneNeeds(ui);
  const play = new ScenePreview(ui, meet);
  const about = { class: "hk-preview", role: "region", "aria-label": ui.t("preview") };
  const node = h("div", about, faults.node, needs.node, play.node);
  const show = (/** @type {Preview} */ preview) => {
    faults.show(preview);
    needs.show(preview);
    play.show(preview.scene);
  };
  return { node, show };
}

/**
 * The text and the form of a scene, of which one is shown.
 * @param {Ui} ui @param {SceneText} text @param {() => void} forget an older text that still waits to be checked
 */
function editorOf(ui, text, forget) {
  const goTo = (/** @type {number} */ line) => {
    view.show("text");
    text.go(line);
  };
  const rewrite = (/** @type {string} */ value) => text.rewrite(value);
  const write = (/** @type {string} */ value) => {
    forget();
    text.write(value);
  };
  const form = new SceneForm(ui, { text: () => text.text, fits: () => text.fits(), write, rewrite, goTo });
  const view = viewSwitch(ui, { text: text.typing, form: form.node });
  const begin = (/** @type {string} */ value) => {
    text.rewrite(value);
    if (!view.isForm()) text.goToTop();
    else view.focus();
  };
  const example = sceneExample(ui, () => text.text, begin);
  const node = h("div", {}, view.node, text.typing, form.node, text.standing, example);
  return { node, form, view, goTo };
}

/** @param {Where} where */
function render(where) {
  return mount("scene", where, (ui) => {
    const newest = newestOnly(ui, ui.view.item, () => settled());
    const text = new SceneText(ui, (value) => {
      newest.send(value);
      settled();
    });
    const { node, form, view, goTo } = editorOf(ui, text, newest.forget);
    const hasField = (/** @type {string} */ place) => view.isForm() && form.has(place);
    const meet = (/** @type {string} */ temperament) =>
      void ui.ask({ kind: "meet", item: ui.view.item, value: { text: text.text, with: temperament } });
    const preview = previewOf(ui, { goTo, goToField: (place) => form.go(place), hasField }, meet);
    const settled = () => preview.node.setAttribute("aria-busy", String(newest.busy()));
    const draftNote = h("p", { class: "hk-came-back", role: "status" });
    ui.body.append(draftNote, h("div", { class: "hk-halves" }, node, preview.node));
    const hand = patient(ui.root);
    const draw = hand.when(() => {
      form.receive(ui.model.get("edit"));
      preview.show(ui.model.get("preview"));
      form.show(ui.model.get("preview"));
    });
    for (const change of /** @type {const} */ (["change:preview", "change:edit"])) ui.model.on(change, draw);
    view.follow(() => preview.show(ui.model.get("preview")));
    if (text.saving.restore()) draftNote.textContent = ui.t("draft-back");
    draw();
    ui.follow(() => {
      text.saving.receive();
      text.show();
      text.checkNow();
    });
    ui.refreshWhenSeen();
    const away = onTurningAway(() => [text.saving]);
    return () => {
      for (const change of /** @type {const} */ (["change:preview", "change:edit"])) ui.model.off(change, draw);
      newest.stop();
      form.operations.stop();
      hand.stop();
      away();
    };
  });
}

export default { render };
