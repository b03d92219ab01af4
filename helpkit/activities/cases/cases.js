// @ts-check
import { h, mount, refill, focusOn } from "../../frontend/shared.js";
import { beside, folder, passBy, ways } from "../../frontend/story_tabs.js";
import { radios } from "../../frontend/radios.js";
import { line } from "../../frontend/text_line.js";

/**
 * @typedef {{ id: string, title: string, story: string, asks: "risk" | "worked" | "reading",
 *   sensitive: boolean, line: string }} Case
 * @typedef {(id: string) => void} Turn
 */

/** What is asked for in one line, for each kind of story that asks for one. */
const LINE = { risk: "first-question", worked: "what-worked", reading: "" };

/** @param {any} ui @param {Case} one */
function ownLine(ui, one) {
  const text = ui.state().lines[one.id]?.text;
  return text ? h("blockquote", {}, text) : h("p", { class: "hk-soft" }, ui.t("no-line"));
}

/** @param {any} ui @param {any} shown */
function ownRisk(ui, { mine, first }) {
  return [
    h("p", { class: "hk-named" }, mine || ui.t("nothing-chosen")),
    first ? h("p", { class: "hk-soft hk-small" }, ui.t("first-you-said", { risk: first })) : null,
  ];
}

/** @param {any} ui @param {any} shown */
function ourRisk(ui, { risk, accepted }) {
  return [
    h("p", { class: "hk-named" }, risk, " ", h("span", { class: "hk-tag" }, ui.t("confidence-judgement"))),
    accepted.length ? h("p", { class: "hk-soft hk-small" }, ui.t("accepted-too", { risks: accepted.join(", ") })) : null,
  ];
}

/** What we make of a story, for each kind. @type {Record<string, (ui: any, one: Case, shown: any) => any>} */
const OURS = {
  risk: (ui, one, shown) => [
    h("p", { class: "hk-verdict" }, ui.t(`verdict-${shown.verdict}`)),
    beside(ui, ownRisk(ui, shown), ourRisk(ui, shown)),
    h("h4", {}, ui.t("first-question")),
    beside(ui, ownLine(ui, one), h("blockquote", {}, shown.ours)),
  ],
  worked: (ui, one, shown) => beside(ui, ownLine(ui, one), h("p", {}, shown.ours)),
  reading: () => null,
};

/** What we make of it, once it is asked for. @param {any} ui @param {Case} one */
function reveal(ui, one) {
  const node = h("div");
  const panel = (/** @type {any} */ shown) =>
    h(
      "div",
      { class: "hk-panel", "data-key": "reveal", tabindex: "-1" },
      OURS[one.asks](ui, one, shown),
      h("div", { class: "hk-lesson" }, h("h4", {}, ui.t("lesson")), h("p", {}, shown.lesson)),
    );
  const update = () => {
    const shown = ui.state().shown[one.id];
    refill(node, shown && panel(shown));
  };
  return { node, update };
}

/** @param {any} ui @param {Case} one */
function question(ui, one) {
  return radios(ui, { item: one.id, legend: ui.t("which-risk"), options: ui.view.risks, chosen: () => ui.state().answers[one.id] });
}

/** @param {any} ui @param {Case} one */
function ownWords(ui, one) {
  const ask = LINE[one.asks];
  return line(ui, { activity: one.line, item: one.id, label: ui.t(ask), hint: ui.t(`${ask}-hint`), kept: () => ui.state().lines[one.id] });
}

/** What a painful story starts with. @param {any} ui @param {Case} one @param {Turn} open @param {Turn} turn */
function contentNote(ui, one, open, turn) {
  const skip = async () => {
    await ui.send({ item: one.id, kind: "choice", value: "skip" });
    passBy(ui, one.id, turn);
  };
  const node = h(
    "div",
    { class: "hk-note" },
    h("p", {}, ui.t("note")),
    h("div", { class: "hk-row" }, h("button", { type: "button", onclick: () => open(one.id) }, ui.t("open")), h("button", { type: "button", onclick: skip }, ui.t("skip"))),
  );
  return [{ node }, ways(ui, one.id, null, turn)];
}

/** A story with what is asked about it. @param {any} ui @param {Case} one @param {Turn} turn */
function asked(ui, one, turn) {
  const reading = one.asks === "reading";
  const risk = one.asks === "risk" ? question(ui, one) : null;
  const press = async () => {
    if (risk && !risk.answered(ui.t("choose-first"))) return;
    await ui.send(reading ? { item: one.id, kind: "choice", value: "read" } : { item: one.id, kind: "reveal", value: null });
    focusOn(ui.root, "reveal");
  };
  const show = { label: ui.t(reading ? "show-lesson" : "show"), press };
  const story = { node: h("p", { class: "hk-story" }, one.story) };
  const parts = [story, risk, one.line ? ownWords(ui, one) : null, reveal(ui, one), ways(ui, one.id, show, turn)];
  return /** @type {any[]} */ (parts.filter(Boolean));
}

/** @param {any} ui */
function ending(ui) {
  const { summary } = ui.state();
  if (!summary) return null;
  const counts = Object.values(summary).some(Boolean) ? h("p", {}, ui.t("summary", summary)) : null;
  return h("div", { class: "hk-panel hk-ending" }, h("h4", {}, ui.t("summary-title")), counts, h("p", { class: "hk-soft" }, ui.t("again")));
}

/** @param {{ model: any, el: HTMLElement }} where */
function render(where) {
  return mount("cases", where, (ui) => {
    const opened = new Set();
    const partsOf = (/** @type {Case} */ one, /** @type {Turn} */ turn) => {
      const open = (/** @type {string} */ id) => {
        opened.add(id);
        turn(id);
      };
      const closed = one.sensitive && !opened.has(one.id) && !(one.id in ui.state().shown);
      return closed ? contentNote(ui, one, open, turn) : asked(ui, one, turn);
    };
    return folder(ui, partsOf, () => ending(ui));
  });
}

export default { render };
