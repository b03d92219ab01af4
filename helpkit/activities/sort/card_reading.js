// @ts-check
// Our readings beside the learner's: of one card, and of all of them together.
import { h } from "../../frontend/dom.js";
import { panel } from "./panel.js";

/** @import { Part, Reading, Summary, Table } from "./table.js" */

/** @type {Record<string, string>} */
const MARK = { same: "=", accepted: "≈", differs: "≠", contested: "◇", unanswered: "–", moved: "→" };

/** What a comparison came to, for the eye. @param {string} verdict */
export function mark(verdict) {
  return h("span", { class: "hk-mark", "data-verdict": verdict, "aria-hidden": "true" }, MARK[verdict]);
}

/** Our reading of a card beside the learner's; nothing before it is revealed. @param {Table} it @param {string} card */
export function reading(it, card) {
  const ours = it.now.revealed[card];
  if (!ours) return [];
  const { t, view } = it.ui;
  const mine = it.named(it.place(card));
  const verdict = t(`verdict-${ours.verdict}`, { mine });
  const others = { labels: ours.accepted.join(", ") };
  return h(
    "div",
    {
      class: "hk-reading",
      role: "group",
      "aria-label": verdict,
      "data-verdict": ours.verdict,
      "data-key": `reading.${card}`,
      tabindex: "-1",
    },
    h("p", { class: "hk-verdict" }, mark(ours.verdict), h("span", {}, verdict)),
    ours.first ? h("p", { class: "hk-first" }, t("first-now", { first: ours.first, now: mine })) : null,
    it.unsure(card) ? h("p", { class: "hk-soft" }, t("was-unsure")) : null,
    view.ordered ? scale(it, card, ours) : null,
    h(
      "p",
      {},
      t("ours"),
      " ",
      h("strong", {}, ours.label),
      " ",
      h("span", { class: "hk-tag" }, t(`confidence-${ours.source}`)),
    ),
    h("p", {}, ours.reason),
    ours.accepted.length
      ? h("p", { class: "hk-soft" }, t(ours.verdict === "contested" ? "arguable" : "also", others))
      : null,
  );
}

/**
 * Both positions on the scale, for the eye and in words.
 * @param {Table} it @param {string} card @param {Reading} reading
 */
function scale(it, card, { value, steps }) {
  const { columns, label } = it;
  const { t } = it.ui;
  const mine = it.place(card);
  const at = (/** @type {string} */ column) => ({
    label: label[column],
    n: columns.indexOf(column) + 1,
    all: columns.length,
  });
  const pin = (/** @type {string} */ who) => h("span", { class: `hk-pin hk-pin-${who}` }, t(who));
  const step = (/** @type {string} */ column) =>
    h(
      "div",
      { class: "hk-step" },
      h("div", { class: "hk-pins" }, column === mine ? pin("you") : null, column === value ? pin("we") : null),
      h("div", { class: "hk-peg" }),
      h("div", { class: "hk-at" }, label[column]),
    );
  const ours = t("scale-ours", at(value));
  const twin = mine === null ? ours : [t("scale-mine", at(mine)), ours, t("scale-apart", { steps })].join(" ");
  return [
    h("div", { class: "hk-scale", "aria-hidden": "true" }, columns.map(step)),
    h("p", { class: "hk-twin" }, twin),
  ];
}

/** How the readings compare. @param {Table} it @returns {Part} */
export function summary(it) {
  const { t } = it.ui;
  const { node, fill } = panel("hk-panel hk-summary", {
    role: "group",
    "aria-label": t("summary"),
    tabindex: "-1",
    "data-key": "summary",
  });
  const show = (/** @type {Summary} */ { counts, unplaced, moved }) => [
    h("h4", {}, t("summary")),
    comparison(t, { ...counts, unanswered: unplaced, moved }),
    h("p", { class: "hk-soft hk-small" }, t("sources-note")),
  ];
  const update = () => fill(it.now.summary, () => (it.now.summary ? show(it.now.summary) : []));
  return { node, update };
}

/** @param {Table["ui"]["t"]} t @param {Record<string, number>} counts the first three are always told */
function comparison(t, counts) {
  const shown = Object.entries(counts).filter(([name, n]) => n > 0 || ["same", "accepted", "differs"].includes(name));
  return h(
    "ul",
    { class: "hk-counts" },
    shown.map(([name, n]) => h("li", {}, mark(name), h("strong", {}, String(n)), ` ${t(`count-${name}`)}`)),
  );
}
