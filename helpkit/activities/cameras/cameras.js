// @ts-check
import { focusOn, h, refill, uid } from "../../frontend/dom.js";
import { drawing } from "../../frontend/charts/drawing.js";
import { provenance } from "../../frontend/provenance.js";
import { mount } from "../../frontend/widget.js";

/** @import { Drawn, Host, Sourced } from "../../frontend/types.js" */

/**
 * @typedef {{ verdict: string, mine: number | null, ours: number, accepted: number[], confidence: string,
 *   reason: string }} Compared
 * @typedef {Compared & Drawn} Shown
 * @typedef {{ lines: { id: string, says: string }[], cameras: string[] } & Sourced} View
 * @typedef {{ marks: Record<string, string>, shown: Record<string, Shown> | null }} State
 * @typedef {import("../../frontend/types.js").Ui<View, State>} Ui
 * @typedef {import("../../frontend/types.js").Where<View, State>} Where
 */

/**
 * The lines of the evening with a mark for each camera. It shows what Python knows, except that what
 * was marked last stands while Python is still being told of it.
 * @param {Ui} ui
 */
function script(ui) {
  let telling = 0;
  const names = Object.fromEntries(ui.view.cameras.map((camera) => [camera, uid(camera)]));
  const mark = async (/** @type {string} */ camera, /** @type {string} */ line) => {
    telling += 1;
    await ui.send({ kind: "answer", item: camera, value: line });
    telling -= 1;
    show();
  };
  const radio = (/** @type {string} */ camera, /** @type {string} */ line, /** @type {number} */ number) =>
    h(
      "label",
      { class: "hk-option" },
      h("input", {
        type: "radio",
        name: names[camera],
        value: line,
        "data-camera": camera,
        "data-key": `${camera}-${line}`,
        "aria-label": ui.t(`breaks-${camera}`, { line: number }),
        onchange: () => mark(camera, line),
      }),
      h("span", { "aria-hidden": "true" }, ui.t(`camera-${camera}`)),
    );
  const row = (/** @type {View["lines"][number]} */ { id, says }, /** @type {number} */ index) =>
    h(
      "li",
      {},
      h(
        "div",
        {},
        h("p", {}, says),
        h(
          "div",
          { class: "hk-marks" },
          ui.view.cameras.map((camera) => radio(camera, id, index + 1)),
        ),
      ),
    );
  const node = h("ol", { class: "hk-script" }, ui.view.lines.map(row));
  const show = () => {
    if (telling) return;
    for (const input of node.querySelectorAll("input"))
      input.checked = input.value === ui.state().marks[input.dataset.camera ?? ""];
  };
  // What the page shows, for Python may not have heard yet of the mark that was made last.
  const marked = (/** @type {string} */ camera) =>
    Boolean(node.querySelector(`input[data-camera="${camera}"]:checked`));
  return { node, show, marked };
}

/** What one camera saw. @param {Ui} ui @param {Host} host @param {string} camera */
function viewOf(ui, host, camera) {
  const reading = () => /** @type {NonNullable<State["shown"]>} */ (ui.state().shown)[camera];
  const shown = drawing({ ...ui, state: () => reading() }, host);
  const verdict = h("div", {});
  const node = h("div", {}, h("h4", {}, ui.t(`title-${camera}`)), verdict, shown.node);
  const show = () => {
    const { mine, ours, accepted, confidence, reason, verdict: state } = reading();
    const line = ui.t(`verdict-${state}`, { mine, ours, accepted: accepted.join(", ") });
    refill(
      verdict,
      h("p", { class: "hk-verdict" }, line, " ", h("span", { class: "hk-tag" }, ui.t(`confidence-${confidence}`))),
      h("p", {}, reason),
    );
    shown.show();
  };
  return { node, show, stop: shown.stop };
}

/** @param {Where} where */
function render(where) {
  return mount("cameras", where, (ui) => {
    const lines = script(ui);
    const both = ui.view.cameras.map((camera) => viewOf(ui, where.host, camera));
    const look = async () => {
      const missing = ui.view.cameras.find((camera) => !lines.marked(camera));
      if (missing) {
        ui.tell(ui.t(`missing-${missing}`));
        return focusOn(ui.root, `${missing}-${ui.view.lines[0].id}`);
      }
      await ui.send({ kind: "reveal", item: "*", value: null });
      focusOn(ui.root, "seen");
    };
    const button = h(
      "button",
      { type: "button", class: "hk-primary", "data-key": "look", onclick: look },
      ui.t("look"),
    );
    const result = h(
      "div",
      { class: "hk-seen", "data-key": "seen", tabindex: "-1" },
      both.map((view) => view.node),
    );
    ui.body.append(h("p", { class: "hk-question" }, ui.t("question")), lines.node, button, result, provenance(ui));
    ui.follow(() => {
      lines.show();
      button.hidden = Boolean(ui.state().shown);
      result.hidden = !ui.state().shown;
      if (ui.state().shown) for (const view of both) view.show();
    });
    return () => both.forEach((view) => view.stop());
  });
}

export default { render };
