// @ts-check
import { focusOn, h, refill } from "../../frontend/dom.js";
import { beside, folder, passBy, ways } from "../../frontend/story_tabs.js";
import { radios } from "../../frontend/fields/radios.js";
import { line } from "../../frontend/fields/text_line.js";
import { mount } from "../../frontend/widget.js";

/** @import { Child, Option } from "../../frontend/types.js" */

/**
 * @typedef {{ verdict: string, mine: string, first: string, risk: string, accepted: string[], ours: string,
 *   lesson: string }} Shown
 * @typedef {{ cases: Case[], risks: Option[], longest: number }} View
 * @typedef {{ answers: Record<string, string>, lines: Record<string, { text: string, at: string }>,
 *   shown: Record<string, Shown>, skipped: string[], summary: Record<string, number> | null }} State
 * @typedef {import("../../frontend/types.js").Ui<View, State>} Ui
 * @typedef {import("../../frontend/types.js").Where<View, State>} Where
 */

/**
 * @typedef {{ id: string, title: string, story: string, asks: "risk" | "worked" | "reading",
 *   sensitive: boolean, line: string }} Case
 * @typedef {(id: string) => void} Turn
 */

/** What is asked for in one line, for each kind of story that asks for one. */
const LINE = { risk: "first-question", worked: "what-worked", reading: "" };

/** @param {Ui} ui @param {Case} story */
function ownLine(ui, story) {
  const text = ui.state().lines[story.id]?.text;
  return text ? h("blockquote", {}, text) : h("p", { class: "hk-soft" }, ui.t("no-line"));
}

/** @param {Ui} ui @param {Shown} shown */
function ownRisk(ui, { mine, first }) {
  return [
    h("p", { class: "hk-named" }, mine || ui.t("nothing-chosen")),
    first ? h("p", { class: "hk-soft hk-small" }, ui.t("first-you-said", { risk: first })) : null,
  ];
}

/** @param {Ui} ui @param {Shown} shown */
function ourRisk(ui, { risk, accepted }) {
  return [
    h("p", { class: "hk-named" }, risk, " ", h("span", { class: "hk-tag" }, ui.t("confidence-judgement"))),
    accepted.length
      ? h("p", { class: "hk-soft hk-small" }, ui.t("accepted-too", { risks: accepted.join(", ") }))
      : null,
  ];
}

/**
 * What we make of a story, for each kind.
 * @type {Record<string, (ui: Ui, one: Case, shown: Shown) => Child>}
 */
const OURS = {
  risk: (ui, story, shown) => [
    h("p", { class: "hk-verdict" }, ui.t(`verdict-${shown.verdict}`)),
    beside(ui, ownRisk(ui, shown), ourRisk(ui, shown)),
    h("h4", {}, ui.t("first-question")),
    beside(ui, ownLine(ui, story), h("blockquote", {}, shown.ours)),
  ],
  worked: (ui, story, shown) => beside(ui, ownLine(ui, story), h("p", {}, shown.ours)),
  reading: () => null,
};

/** What we make of it, once it is asked for. @param {Ui} ui @param {Case} story */
function reveal(ui, story) {
  const node = h("div");
  const panel = (/** @type {Shown} */ shown) =>
    h(
      "div",
      { class: "hk-panel", "data-key": "reveal", tabindex: "-1" },
      OURS[story.asks](ui, story, shown),
      h("div", { class: "hk-lesson" }, h("h4", {}, ui.t("lesson")), h("p", {}, shown.lesson)),
    );
  const update = () => {
    const shown = ui.state().shown[story.id];
    refill(node, shown && panel(shown));
  };
  return { node, update };
}

/** @param {Ui} ui @param {Case} story */
function question(ui, story) {
  return radios(ui, {
    item: story.id,
    legend: ui.t("which-risk"),
    options: ui.view.risks,
    chosen: () => ui.state().answers[story.id],
  });
}

/** @param {Ui} ui @param {Case} story */
function ownWords(ui, story) {
  const ask = LINE[story.asks];
  return line(ui, {
    activity: story.line,
    item: story.id,
    label: ui.t(ask),
    hint: ui.t(`${ask}-hint`),
    saved: () => ui.state().lines[story.id],
  });
}

/** What a painful story starts with. @param {Ui} ui @param {Case} story @param {Turn} open @param {Turn} turn */
function contentNote(ui, story, open, turn) {
  const skip = async () => {
    await ui.send({ item: story.id, kind: "choice", value: "skip" });
    passBy(ui, story.id, turn);
  };
  const node = h(
    "div",
    { class: "hk-note" },
    h("p", {}, ui.t("note")),
    h(
      "div",
      { class: "hk-row" },
      h("button", { type: "button", onclick: () => open(story.id) }, ui.t("open")),
      h("button", { type: "button", onclick: skip }, ui.t("skip")),
    ),
  );
  return [{ node }, ways(ui, story.id, null, turn)];
}

/** A story with what is asked about it. @param {Ui} ui @param {Case} story @param {Turn} turn */
function questions(ui, story, turn) {
  const reading = story.asks === "reading";
  const risk = story.asks === "risk" ? question(ui, story) : null;
  const press = async () => {
    if (risk && !risk.answered(ui.t("choose-first"))) return;
    await ui.send(
      reading ? { item: story.id, kind: "choice", value: "read" } : { item: story.id, kind: "reveal", value: null },
    );
    focusOn(ui.root, "reveal");
  };
  const show = { label: ui.t(reading ? "show-lesson" : "show"), press };
  const text = { node: h("p", { class: "hk-story" }, story.story) };
  const parts = [
    text,
    risk,
    story.line ? ownWords(ui, story) : null,
    reveal(ui, story),
    ways(ui, story.id, show, turn),
  ];
  return parts.filter((part) => part !== null);
}

/** @param {Ui} ui */
function ending(ui) {
  const { summary } = ui.state();
  if (!summary) return null;
  const counts = Object.values(summary).some(Boolean) ? h("p", {}, ui.t("summary", summary)) : null;
  return h(
    "div",
    { class: "hk-panel hk-ending" },
    h("h4", {}, ui.t("summary-title")),
    counts,
    h("p", { class: "hk-soft" }, ui.t("again")),
  );
}

/** @param {Where} where */
function render(where) {
  return mount("cases", where, (ui) => {
    const opened = new Set();
    const partsOf = (/** @type {Case} */ story, /** @type {Turn} */ turn) => {
      const open = (/** @type {string} */ id) => {
        opened.add(id);
        turn(id);
      };
      const closed = story.sensitive && !opened.has(story.id) && !(story.id in ui.state().shown);
      return closed ? contentNote(ui, story, open, turn) : questions(ui, story, turn);
    };
    return folder(ui, partsOf, () => ending(ui));
  });
}

export default { render };
