// @ts-check
import { h, refill } from "../../frontend/dom.js";
import { notebookLink } from "../../frontend/notebook_link.js";
import { mount } from "../../frontend/widget.js";

/**
 * @typedef {"making" | "new" | "begun" | "done"} Stage
 * @typedef {{ id: string, title: string, about: string, file: string, minutes: number, stage: Stage,
 *   done: number, of: number, left: number }} Station
 * @typedef {{ folder: string }} View
 * @typedef {{ stations: Station[], next: string }} State
 * @typedef {import("../../frontend/types.js").Ui<View, State>} Ui
 * @typedef {import("../../frontend/types.js").Where<View, State>} Where
 */

/** What the texts of a lesson are filled in with. @param {Station} station */
export const values = (station) => ({ ...station, number: Number(station.id) });

/** The one thing to press. @param {Ui} ui @param {Station | undefined} station */
function invitation(ui, station) {
  if (!station) return h("p", { class: "hk-panel" }, ui.t("finished"));
  const begun = station.stage === "begun";
  return h(
    "a",
    { ...notebookLink(ui, station.file), class: "hk-go", "data-key": "go" },
    h("strong", {}, ui.t(begun ? "go-on" : "begin", values(station))),
    h("span", {}, ui.t(begun ? "time-begun" : "time-new", values(station))),
  );
}

/** The number in its circle, and the title. @param {Ui} ui @param {Station} station */
function name(ui, { id, title, file, stage, done, of }) {
  const share = `--hk-share: ${(100 * done) / (of || 1)}%`;
  const number = h("span", { class: "hk-disc", style: share }, String(Number(id)));
  const label = [number, " ", h("span", { class: "hk-name" }, title)];
  if (stage === "making") return h("span", { class: "hk-stop" }, label);
  return h("a", { ...notebookLink(ui, file), class: "hk-stop", "data-key": id }, label);
}

/** @param {Ui} ui @param {Station} station @param {boolean} next */
function stop(ui, station, next) {
  const { stage } = station;
  const pin = next && h("p", { class: "hk-pin" }, ui.t(stage === "begun" ? "next-begun" : "next-new"));
  return h(
    "li",
    { class: `hk-station hk-${stage}`, "aria-current": next && "step" },
    pin,
    name(ui, station),
    h("p", { class: "hk-state" }, ui.t(`state-${stage}`, values(station))),
    h("p", { class: "hk-about" }, station.about),
  );
}

/** @param {Ui} ui */
function course(ui) {
  const { stations, next } = ui.state();
  const going = stations.find(({ id }) => id === next);
  const stops = stations.map((station) => stop(ui, station, station === going));
  return [invitation(ui, going), h("ol", { class: "hk-line", "aria-label": ui.t("map") }, stops)];
}

/** @param {Ui} ui */
function otherLanguage(ui) {
  const link = { ...notebookLink(ui, ui.t("other-file")), lang: ui.t("other-lang") };
  return h("p", {}, h("a", link, ui.t("other-language")));
}

/** @param {Ui} ui */
function answers(ui) {
  const folder = h("code", {}, ui.view.folder);
  return h("p", { class: "hk-soft hk-small" }, ui.t("answers"), " ", folder, ". ", ui.t("answers-yours"));
}

/** @param {Where} where */
function render(where) {
  return mount("lessons", where, (ui) => {
    const map = h("div", {});
    ui.body.append(otherLanguage(ui), map, answers(ui));
    ui.follow(() => refill(map, course(ui)));
    ui.refreshWhenSeen();
  });
}

export default { render };
