// @ts-check
import { h } from "../../frontend/dom.js";
import { METERS, meterName } from "./meters.js";

/** @import { Child } from "../../frontend/types.js" */
/** @import { Listed, StageUi } from "./types.js" */

/** @typedef {StageUi} Ui */
/** @typedef {{ name: string, of: (play: Listed) => string }} Row */

/** From where to where a meter went. @param {Ui} ui @param {string} id @returns {Row} */
function meterRow(ui, id) {
  const of = (/** @type {Listed} */ { went }) => {
    const way = went.find((meter) => meter.id === id);
    return way ? ui.t("from-to", way) : "";
  };
  return { name: meterName(ui, id), of };
}

/** What is laid side by side. @param {Ui} ui @returns {Row[]} */
function rows(ui) {
  const minutes = { name: ui.t("minutes"), of: (/** @type {Listed} */ { clock }) => spent(ui, clock) };
  const who = { name: ui.t("who", ui.view), of: (/** @type {Listed} */ { person }) => person?.name ?? "" };
  return [
    { name: ui.t("lines"), of: ({ lines }) => String(lines) },
    ...(ui.view.minutes ? [minutes] : []),
    { name: ui.t("ended"), of: ({ kind }) => ui.t(`kind-${kind}`) },
    ...METERS.map((id) => meterRow(ui, id)),
    ...(ui.view.people ? [who] : []),
  ];
}

/** The minutes that were used of those there were. @param {Ui} ui @param {Listed["clock"]} clock */
function spent(ui, clock) {
  return clock ? ui.t("minutes-of", { spent: clock.spent, of: clock.of }) : "";
}

/**
 * Where there is little room a row is no row any more to the eye; the roles keep it one to the ear.
 * @param {Ui} ui @param {Listed} short @param {Listed} long
 */
function table(ui, short, long) {
  const plays = [short, long];
  const column = (/** @type {string} */ key, /** @type {Listed} */ { number }) =>
    h("th", { scope: "col", role: "columnheader" }, ui.t(key, { number }));
  const head = [h("td", { role: "cell" }), column("shortest", short), column("longest", long)];
  const row = (/** @type {Row} */ { name, of }) => [
    h("th", { scope: "row", role: "rowheader" }, name),
    plays.map((play) => h("td", { role: "cell" }, of(play))),
  ];
  const line = (/** @type {Child} */ cells) => h("tr", { role: "row" }, cells);
  return h(
    "table",
    { role: "table" },
    h("caption", { class: "hk-live" }, ui.t("panel-lengths")),
    h("thead", { role: "rowgroup" }, line(head)),
    h("tbody", { role: "rowgroup" }, rows(ui).map(row).map(line)),
  );
}

/** The shortest and the longest of the plays side by side, or what is missing. @param {Ui} ui */
export function shortAndLong(ui) {
  const { extremes, plays } = ui.state();
  const [short, long] = extremes.map((number) => plays.find((play) => play.number === number));
  const missing = extremes.length ? "lengths-one" : "lengths-none";
  return h(
    "div",
    { class: "hk-lengths" },
    short && long
      ? [table(ui, short, long), h("p", { class: "hk-soft" }, ui.t("lengths-ask", ui.view))]
      : h("p", {}, ui.t(missing)),
  );
}
