// @ts-check
import { focusOn, h, refill } from "../../frontend/dom.js";
import { drawing } from "../../frontend/charts/drawing.js";
import { Knobs } from "../../frontend/knobs.js";
import { provenance } from "../../frontend/provenance.js";
import { mount } from "../../frontend/widget.js";

/** @import { KnobsState, KnobsView, Reply } from "../../frontend/types.js" */

/**
 * @typedef {KnobsView & { runs: number }} View
 * @typedef {KnobsState} State
 * @typedef {import("../../frontend/types.js").Ui<View, State>} Ui
 * @typedef {import("../../frontend/types.js").Where<View, State>} Where
 */

/** How a run stands: never begun, going, stopped halfway, or lived to the end.
 * @param {{ running?: boolean, done?: number, of?: number }} progress
 * @returns {"none" | "running" | "stopped" | "finished"}
 */
export function standing({ running, done, of }) {
  if (of === undefined) return "none";
  if (running) return "running";
  return done === of ? "finished" : "stopped";
}

/** @param {Ui} ui @param {"start" | "stop"} kind @param {unknown} value */
async function order(ui, kind, value) {
  const reply = await ui.ask({ kind, item: "*", value });
  if (reply?.problem) ui.tell(reply.problem);
}

/** The run: begin it, see how far it is, stop it. @param {Ui} ui */
function run(ui) {
  const now = () => ui.model.get("progress");
  const bar = h("progress", { max: ui.view.runs, value: 0, "aria-label": ui.t("progress-name") });
  const sentence = h("p", { class: "hk-soft" });
  const host = h("div", { class: "hk-row" });
  const progress = h("div", { class: "hk-progress" }, bar, sentence);
  const node = h("div", { class: "hk-run" }, host, progress);
  const begin = () => {
    ui.tell("");
    return order(ui, "start", ui.state().values.encounters);
  };
  const button = {
    start: h(
      "button",
      { type: "button", class: "hk-primary", "data-key": "start", onclick: begin },
      ui.t("start", { runs: ui.view.runs }),
    ),
    stop: h("button", { type: "button", "data-key": "stop", onclick: () => order(ui, "stop", null) }, ui.t("stop")),
  };
  let before = standing(now());
  const show = () => {
    const state = standing(now());
    const held = host.contains(document.activeElement);
    const wanted = state === "running" ? button.stop : button.start;
    if (!host.contains(wanted)) refill(host, wanted);
    if (held) focusOn(ui.root, state === "running" ? "stop" : "start");
    progress.hidden = state === "none";
    bar.value = now().done ?? 0;
    sentence.textContent = state === "none" ? "" : ui.t(`run-${state}`, now());
    if (state !== before && state !== "running") ui.say(sentence.textContent);
    before = state;
  };
  return { node, show };
}

/** @param {Where} where */
function render(where) {
  return mount("villages", where, (ui) => {
    const turned = new Knobs(ui);
    const running = run(ui);
    const shown = drawing(ui, where.host);
    // What goes wrong during a run is an answer to no message in particular.
    const complain = (/** @type {Reply} */ { id, problem }) => void (id === "" && problem && ui.tell(problem));
    ui.body.append(
      h("div", { class: "hk-bench" }, h("div", {}, turned.node, running.node), shown.node),
      provenance(ui),
    );
    ui.model.on("change:progress", running.show);
    ui.model.on("msg:custom", complain);
    running.show();
    ui.follow(() => {
      turned.show();
      shown.show();
    });
    return () => {
      ui.model.off("change:progress", running.show);
      ui.model.off("msg:custom", complain);
      turned.stop();
      shown.stop();
    };
  });
}

export default { render };
