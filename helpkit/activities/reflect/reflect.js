// @ts-check
import { h, mount, storage, uid } from "../../frontend/shared.js";
import { arrival, clock, forked } from "../../frontend/draft.js";

// A text is kept in the browser from the first keystroke, sent when the hand rests or the learner
// turns away, and leaves the browser's keeping when it is on disk. `base` is the text as this field
// last knew it from the journal; `sent` are its own texts that have not come back yet.

/** How long a hand rests before the text is sent, and how long the kernel may be silent, in ms. */
const PAUSE = 1000;
const SILENCE = 4000;
const LONGEST = 20000;

/** How much of the bar is left beyond a good length. */
const ROOM = 1.2;

/** How many words, by eye: whatever has a letter or a digit in it. @param {string} text */
export function count(text) {
  return (text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[’'.,-][\p{L}\p{N}\p{M}]+)*/gu) ?? []).length;
}

/** @param {number} words @param {number} low @param {number} high @returns {"short" | "good" | "long"} */
export function zone(words, low, high) {
  if (words < low) return "short";
  return words > high ? "long" : "good";
}

/** @typedef {{ id: string, node: HTMLElement, area: any, status: HTMLElement, other: HTMLElement,
 *   base: string, sent: string[], stalled: boolean, timer: number, patience: number }} Field */
/** @typedef {{ ui: any, fields: Field[], shared: boolean, switching: boolean, zone: string,
 *   box: any, total: HTMLElement, bar: HTMLElement, told: HTMLElement }} Page */

/** @param {Page} page @param {string} id @returns {Field} */
function field(page, id) {
  const { label, hint } = page.ui.view.parts[id];
  const name = uid("part");
  const status = h("p", { id: `${name}-status`, class: "hk-status hk-soft hk-small" });
  const other = h("div", { class: "hk-other", role: "status" });
  const area = h("textarea", {
    id: name,
    rows: 5,
    maxlength: LONGEST,
    "aria-describedby": `${name}-hint ${name}-status`,
    oninput: () => typed(page, one),
    onkeydown: (/** @type {KeyboardEvent} */ event) => saveKey(event),
    onblur: () => save(page, one),
    onrest: () => save(page, one),
  });
  const help = h("p", { id: `${name}-hint`, class: "hk-soft hk-small hk-hint" }, hint);
  const node = h("div", { class: "hk-part" }, h("label", { for: name }, label), help, area, status, other);
  /** @type {Field} */
  const one = { id, node, area, status, other, base: "", sent: [], stalled: false, timer: 0, patience: 0 };
  return one;
}

/** Save now; what goes wrong is shown, since the listener is guarded. @param {Field} one */
function rest(one) {
  one.area.dispatchEvent(new Event("rest"));
}

/** The reflex of a careful writer. @param {KeyboardEvent} event */
function saveKey(event) {
  if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s") return;
  event.preventDefault();
  event.currentTarget?.dispatchEvent(new Event("rest"));
}

/** What the journal holds of a field. @param {Page} page @param {Field} one @returns {any} */
function saved(page, one) {
  return page.ui.state().parts[one.id] ?? { text: "", at: "", held: false };
}

/** @param {Page} page @param {Field} one @returns {string} */
function standing(page, one) {
  const { text, at, held } = saved(page, one);
  if (!page.ui.drafts.safe(one.id)) return page.ui.t("no-room");
  if (one.area.value !== text || held) return page.ui.t(one.stalled || held ? "not-saved" : "kept");
  if (!text) return "";
  const { date, time, today } = clock(at, page.ui.root.lang);
  return page.ui.t(today ? "saved-today" : "saved-before", { date, time });
}

/** Say how each field stands and how many words there are. @param {Page} page */
function show(page) {
  const { low, high } = page.ui.view;
  for (const one of page.fields) one.status.textContent = standing(page, one);
  const words = page.fields.reduce((sum, one) => sum + count(one.area.value), 0);
  const now = zone(words, low, high);
  page.total.textContent = page.ui.t(`words-${now}`, { words, low, high });
  page.bar.style.setProperty("--hk-words", String(Math.min(words / (high * ROOM), 1)));
  page.box.checked = page.shared;
  return now;
}

/** @param {Page} page @param {Field} one */
function typed(page, one) {
  clearTimeout(one.timer);
  one.timer = window.setTimeout(() => rest(one), PAUSE);
  page.ui.drafts.put(one.id, { text: one.area.value, base: one.base });
  show(page);
}

/** @param {Page} page @param {Field} one */
function happening(page, one) {
  return { item: one.id, kind: "reflection", value: one.area.value, private: !page.shared };
}

/** @param {Page} page @param {Field} one @param {boolean} [anyway] send what the journal has too */
async function save(page, one, anyway = false) {
  clearTimeout(one.timer);
  announce(page);
  const text = one.area.value;
  if (!anyway && !one.stalled && text === (one.sent.at(-1) ?? one.base)) return;
  one.sent.push(text);
  clearTimeout(one.patience);
  one.patience = window.setTimeout(() => settle(page, one, true), SILENCE);
  const done = await page.ui.send(happening(page, one));
  one.sent = one.sent.filter((each) => each !== text);
  settle(page, one, !done);
}

/** @param {Page} page @param {Field} one @param {boolean} stalled */
function settle(page, one, stalled) {
  clearTimeout(one.patience);
  one.stalled = stalled;
  show(page);
}

/** Tell those who listen, when the hand rests and only when it matters. @param {Page} page */
function announce(page) {
  const now = show(page);
  if (now !== page.zone) page.ui.say(page.total.textContent);
  page.zone = now;
}

/** Offer the text that was written elsewhere. @param {Page} page @param {Field} one @param {string} text */
function offer(page, one, text) {
  const { ui } = page;
  const use = () => {
    one.area.value = text;
    one.other.replaceChildren();
    one.area.focus();
    typed(page, one);
  };
  one.other.replaceChildren(
    h("p", {}, ui.t("elsewhere")),
    h("details", {}, h("summary", {}, ui.t("see-other")), h("p", { class: "hk-text" }, text), h("button", { type: "button", onclick: use }, ui.t("use-other"))),
  );
}

/** A new state from the kernel. @param {Page} page @param {Field} one */
function receive(page, one) {
  const { text, held } = saved(page, one);
  const how = arrival({ text: one.area.value, base: one.base, sent: one.sent }, text);
  one.base = text;
  one.sent = one.sent.slice(one.sent.indexOf(text) + 1);
  if (how === "show") one.area.value = text;
  if (how === "keep") offer(page, one, text);
  if (!held && page.ui.drafts.get(one.id)?.text === text) page.ui.drafts.drop(one.id);
}

/**
 * The first look: the journal's text, or a draft that never reached it; true for the latter.
 * @param {Page} page @param {Field} one
 */
function restore(page, one) {
  const draft = page.ui.drafts.get(one.id);
  const { text } = saved(page, one);
  one.base = one.area.value = text;
  if (!draft || draft.text === text) return false;
  one.area.value = draft.text;
  one.sent = unsent(page.ui.model, one.id); // mount sends these, and they come back as our own
  if (forked(draft, text) && !one.sent.includes(text)) offer(page, one, text);
  queueMicrotask(() => rest(one)); // after mount has sent them: the draft is younger
  return true;
}

/** Texts of a part that an earlier kernel never acknowledged. @param {any} model @param {string} id @returns {string[]} */
function unsent(model, id) {
  const outbox = storage(`${model.get("place")}.out`);
  const events = outbox.keys("").map((key) => outbox.get(key));
  return events.filter(({ item }) => item === id).map(({ value }) => value);
}

/** Private or not: all parts are written anew with the other mark. @param {Page} page */
async function toggle(page) {
  page.shared = page.box.checked;
  page.switching = true;
  await Promise.all(page.fields.map((one) => save(page, one, true)));
  page.switching = false;
  page.ui.say(page.ui.t(page.shared ? "now-shared" : "now-private"));
}

/** @param {Page} page */
function foot(page) {
  const { ui, box, bar, total } = page;
  const { low, high } = ui.view;
  box.id = uid("share");
  box.setAttribute("aria-describedby", `${box.id}-what`);
  bar.style.setProperty("--hk-low", String(low / (high * ROOM)));
  bar.style.setProperty("--hk-high", String(1 / ROOM));
  if (ui.view.handed) return [bar, total]; // the note says who reads it, and there is nothing to choose
  const what = h("p", { id: `${box.id}-what`, class: "hk-soft hk-small" }, ui.t("share-what"));
  return [bar, total, h("div", { class: "hk-panel hk-privacy" }, h("label", { class: "hk-option" }, box, ui.t("share")), what)];
}

/** @param {any} ui @returns {Page} */
function build(ui) {
  const box = h("input", { type: "checkbox", role: "switch", onchange: () => toggle(page) });
  const bar = h("div", { class: "hk-bar", "aria-hidden": "true" }, h("span", { class: "hk-zone" }), h("span", { class: "hk-fill" }));
  /** @type {Page} */
  const page = {
    ui,
    fields: [],
    shared: ui.state().shared,
    switching: false,
    zone: "",
    box,
    bar,
    total: h("p", { class: "hk-total" }),
    told: h("p", { class: "hk-told", role: "status" }),
  };
  page.fields = Object.keys(ui.view.parts).map((id) => field(page, id));
  const parts = h("div", { class: "hk-parts" }, page.fields.map(({ node }) => node));
  ui.body.append(h("p", { class: "hk-note" }, ui.view.note), page.told, parts, ...foot(page));
  return page;
}

/** Send everything when the learner turns away. @param {Page} page @returns {() => void} its end */
function onLeaving(page) {
  const flush = () => page.fields.forEach(rest);
  const hidden = () => document.hidden && flush();
  window.addEventListener("pagehide", flush);
  document.addEventListener("visibilitychange", hidden);
  return () => {
    window.removeEventListener("pagehide", flush);
    document.removeEventListener("visibilitychange", hidden);
    for (const one of page.fields) leave(page, one);
  };
}

/** No reply is heard any more: the draft stays until the next look. @param {Page} page @param {Field} one */
function leave(page, one) {
  clearTimeout(one.timer);
  clearTimeout(one.patience);
  if (one.area.value === one.base) return;
  try {
    page.ui.model.send({ id: "", event: happening(page, one) });
  } catch {
    // a closed channel: the draft goes out at the next look
  }
}

/** @param {{ model: any, el: HTMLElement }} where */
function render(where) {
  return mount("reflect", where, (ui) => {
    const page = build(ui);
    const drafts = page.fields.filter((one) => restore(page, one));
    if (drafts.length) page.told.textContent = ui.t("draft-back");
    ui.follow(() => {
      for (const one of page.fields) receive(page, one);
      if (!page.switching) page.shared = ui.state().shared;
      const now = show(page);
      page.zone ||= now;
    });
    ui.refreshWhenSeen();
    return onLeaving(page);
  });
}

export default { render };
