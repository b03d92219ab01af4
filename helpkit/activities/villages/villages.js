// @ts-check
import { focusOn, h, mount, refill } from "../../frontend/shared.js";
import { drawing } from "../../frontend/charts/drawing.js";
import { knobs } from "../../frontend/knobs.js";
import { provenance } from "../../frontend/provenance.js";

/** How a run stands: never begun, going, stopped halfway, or lived to the end.
 * @param {{ running?: boolean, done?: number, of?: number }} progress
 * @returns {"none" | "running" | "stopped" | "finished"}
 */
export function standing({ running, done, of }) {
  if (of === undefined) return "none";
  if (running) return "running";
  return done === of ? "finished" : "stopped";
}

/** The run: begin it, see how far it is, stop it. @param {any} ui */
function run(ui) {
  const now = () => ui.model.get("progress");
  const bar = h("progress", { max: ui.view.runs, value: 0, "aria-label": ui.t("progress-name") });
  const told = h("p", { class: "hk-soft" });
  const host = h("div", { class: "hk-row" });
  const node = h("div", { class: "hk-run" }, host, h("div", { class: "hk-progress" }, bar, told));
  const begin = () => {
    ui.tell("");
    ui.ask({ kind: "start", item: "*", value: ui.state().values.encounters });
  };
  const button = {
    start: h("button", { type: "button", class: "hk-primary", "data-key": "start", onclick: begin }, ui.t("start", { runs: ui.view.runs })),
    stop: h("button", { type: "button", "data-key": "stop", onclick: () => ui.ask({ kind: "stop", item: "*", value: null }) }, ui.t("stop")),
  };
  let before = standing(now());
  const show = () => {
    const state = standing(now());
    const held = host.contains(document.activeElement);
    const wanted = state === "running" ? button.stop : button.start;
    if (!host.contains(wanted)) refill(host, wanted);
    if (held) focusOn(ui.root, state === "running" ? "stop" : "start");
    node.lastChild.hidden = state === "none";
    bar.value = now().done ?? 0;
    told.textContent = state === "none" ? "" : ui.t(`run-${state}`, now());
    if (state !== before && state !== "running") ui.say(told.textContent);
    before = state;
  };
  return { node, show };
}

/** @param {{ model: any, el: HTMLElement, host: any }} where */
function render(where) {
  return mount("villages", where, (/** @type {any} */ ui) => {
    const turned = knobs(ui);
    const running = run(ui);
    const shown = drawing(ui, where.host);
    // What goes wrong during a run is an answer to no message in particular.
    const complain = (/** @type {any} */ { id, problem }) => void (id === "" && problem && ui.tell(problem));
    ui.body.append(h("div", { class: "hk-bench" }, h("div", {}, turned.node, running.node), shown.node), provenance(ui));
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
