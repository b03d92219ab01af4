// @ts-check
import { clock } from "../../frontend/clock.js";
import { h, uid } from "../../frontend/dom.js";
import { isSaveKey, LONGEST_TEXT, onTurningAway, TextField } from "../../frontend/fields/text_field.js";
import { mount } from "../../frontend/widget.js";

/**
 * @typedef {{ low: number, high: number, note: string, handed?: boolean,
 *   parts: Record<string, { label: string, hint: string }> }} View
 * @typedef {{ parts: Record<string, Saved>, shared: boolean }} State
 * @typedef {{ text: string, at: string, held: boolean }} Saved
 * @typedef {import("../../frontend/types.js").Ui<View, State>} Ui
 * @typedef {import("../../frontend/types.js").Where<View, State>} Where
 * @typedef {{ id: string, node: HTMLElement, text: TextField, status: HTMLElement }} Part
 * @typedef {{ ui: Ui, parts: Part[], shared: boolean, switching: boolean, zone: string,
 *   share: HTMLInputElement, total: HTMLElement, bar: HTMLElement, draftNote: HTMLElement }} Page
 */

/** How much of the bar is left beyond a good length. */
const ROOM = 1.2;

const NOTHING = { text: "", at: "", held: false };

/** How many words, by eye: whatever has a letter or a digit in it. @param {string} text */
export function count(text) {
  return (text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[’'.,-][\p{L}\p{N}\p{M}]+)*/gu) ?? []).length;
}

/** @param {number} words @param {number} low @param {number} high @returns {"short" | "good" | "long"} */
export function zone(words, low, high) {
  if (words < low) return "short";
  return words > high ? "long" : "good";
}

/** What the journal holds of a part. @param {Page} page @param {string} id */
function saved(page, id) {
  return page.ui.state().parts[id] ?? NOTHING;
}

/** @param {Page} page @param {string} id @returns {TextField} */
function textOf(page, id) {
  const name = uid("part");
  const save = () => {
    announce(page);
    return text.save();
  };
  const saveAtOnce = (/** @type {KeyboardEvent} */ event) => {
    if (!isSaveKey(event)) return;
    event.preventDefault();
    text.rest();
  };
  const about = { id: name, rows: 5, maxlength: LONGEST_TEXT, "aria-describedby": `${name}-hint ${name}-status` };
  const handlers = { onkeydown: saveAtOnce, onblur: save, onrest: save };
  const text = new TextField(
    page.ui,
    "textarea",
    { ...about, ...handlers },
    {
      happening: (value) => ({ item: id, kind: "reflection", value, private: !page.shared }),
      saved: () => saved(page, id),
      show: () => void show(page),
    },
  );
  return text;
}

/** @param {Page} page @param {string} id @returns {Part} */
function part(page, id) {
  const { label, hint } = page.ui.view.parts[id];
  const text = textOf(page, id);
  const name = text.field.id;
  const status = h("p", { id: `${name}-status`, class: "hk-status hk-soft hk-small" });
  const help = h("p", { id: `${name}-hint`, class: "hk-soft hk-small hk-hint" }, hint);
  const node = h("div", { class: "hk-part" }, h("label", { for: name }, label), help, text.field, status, text.other);
  return { id, node, text, status };
}

/** How a text stands, in words. @param {Page} page @param {Part} part */
function standing(page, { id, text }) {
  const { ui } = page;
  const how = text.standing();
  if (how !== "saved") return ui.t({ full: "no-room", late: "not-saved", kept: "kept" }[how]);
  if (!text.field.value) return "";
  const { date, time, today } = clock(saved(page, id).at, ui.root.lang);
  return ui.t(today ? "saved-today" : "saved-before", { date, time });
}

/** Say how each part stands and how many words there are. @param {Page} page */
function show(page) {
  const { low, high } = page.ui.view;
  for (const part of page.parts) part.status.textContent = standing(page, part);
  const words = page.parts.reduce((sum, { text }) => sum + count(text.field.value), 0);
  const now = zone(words, low, high);
  page.total.textContent = page.ui.t(`words-${now}`, { words, low, high });
  page.bar.style.setProperty("--hk-words", String(Math.min(words / (high * ROOM), 1)));
  page.share.checked = page.shared;
  return now;
}

/** Tell those who listen, when the hand rests and only when it matters. @param {Page} page */
function announce(page) {
  const now = show(page);
  if (now !== page.zone) page.ui.say(page.total.textContent);
  page.zone = now;
}

/** Private or not: all parts are written anew with the other mark. @param {Page} page */
async function toggle(page) {
  page.shared = page.share.checked;
  announce(page);
  page.switching = true;
  await Promise.all(page.parts.map(({ text }) => text.save(true)));
  page.switching = false;
  page.ui.say(page.ui.t(page.shared ? "now-shared" : "now-private"));
}

/** @param {Page} page */
function foot(page) {
  const { ui, share, bar, total } = page;
  const { low, high } = ui.view;
  share.id = uid("share");
  share.setAttribute("aria-describedby", `${share.id}-what`);
  bar.style.setProperty("--hk-low", String(low / (high * ROOM)));
  bar.style.setProperty("--hk-high", String(1 / ROOM));
  if (ui.view.handed) return [bar, total]; // the note says who reads it, and there is nothing to choose
  const what = h("p", { id: `${share.id}-what`, class: "hk-soft hk-small" }, ui.t("share-what"));
  return [
    bar,
    total,
    h("div", { class: "hk-panel hk-privacy" }, h("label", { class: "hk-option" }, share, ui.t("share")), what),
  ];
}

/** @param {Ui} ui @returns {Page} */
function build(ui) {
  const share = h("input", { type: "checkbox", role: "switch", onchange: () => toggle(page) });
  const [band, level] = ["hk-zone", "hk-fill"].map((name) => h("span", { class: name }));
  const bar = h("div", { class: "hk-bar", "aria-hidden": "true" }, band, level);
  const total = h("p", { class: "hk-total" });
  const draftNote = h("p", { class: "hk-told", role: "status" });
  /** @type {Page} */
  const page = { ui, parts: [], shared: ui.state().shared, switching: false, zone: "", share, bar, total, draftNote };
  page.parts = Object.keys(ui.view.parts).map((id) => part(page, id));
  const nodes = page.parts.map(({ node }) => node);
  const parts = h("div", { class: "hk-parts" }, nodes);
  ui.body.append(h("p", { class: "hk-note" }, ui.view.note), draftNote, parts, ...foot(page));
  return page;
}

/** @param {Where} where */
function render(where) {
  return mount("reflect", where, (ui) => {
    const page = build(ui);
    const texts = page.parts.map(({ text }) => text);
    const drafts = texts.filter((text) => text.restore());
    if (drafts.length) page.draftNote.textContent = ui.t("draft-back");
    ui.follow(() => {
      for (const text of texts) text.receive();
      if (!page.switching) page.shared = ui.state().shared;
      const now = show(page);
      page.zone ||= now;
    });
    ui.refreshWhenSeen();
    return onTurningAway(() => texts);
  });
}

export default { render };
