// @ts-check
import { h, uid } from "../../frontend/shared.js";
import { arrival, clock } from "../../frontend/draft.js";

/** How long a hand rests before what was typed is sent, in ms. */
const REST = 1000;
const MOST_LETTERS = 20000;

/**
 * What the observer noted of a play: kept in the browser while it is typed, private unless said.
 * @param {any} ui
 */
export function note(ui) {
  const id = uid("note");
  let item = "";
  let base = "";
  /** @type {string[]} */
  let sent = [];
  let timer = 0;
  const status = h("p", { id: `${id}-status`, class: "hk-soft hk-small hk-status" });
  const other = h("div", { class: "hk-other", role: "status" });
  const box = h("input", { type: "checkbox", role: "switch", "data-key": "note-share", onchange: () => save(true) });
  const area = h("textarea", {
    id,
    rows: 4,
    maxlength: MOST_LETTERS,
    "data-key": "note",
    "aria-describedby": `${id}-status`,
    oninput: () => {
      ui.drafts.put(item, { text: area.value });
      status.textContent = kept();
      clearTimeout(timer);
      timer = window.setTimeout(rest, REST);
    },
    onblur: () => save(),
    onrest: () => save(),
  });
  const kept = () => ui.t(ui.drafts.safe(item) ? "note-kept" : "no-room");
  const rest = () => area.dispatchEvent(new Event("rest"));
  const node = h("div", { class: "hk-note-field" }, h("label", { for: id }, ui.t("note")), area, status, other, h("label", { class: "hk-option" }, box, ui.t("note-share")));

  const save = async (anyway = false) => {
    clearTimeout(timer);
    const text = area.value;
    if (!anyway && text === (sent.at(-1) ?? base)) return;
    sent.push(text);
    await ui.send({ kind: "reflection", item, value: text, private: !box.checked });
    sent = sent.filter((each) => each !== text);
    show();
  };
  const offer = (/** @type {string} */ text) =>
    other.replaceChildren(h("p", {}, ui.t("note-elsewhere")), h("details", {}, h("summary", {}, ui.t("note-see-other")), h("p", { class: "hk-text" }, text)));
  const begin = (/** @type {string} */ next, /** @type {any} */ saved) => {
    item = next;
    sent = [];
    other.replaceChildren();
    box.checked = saved.shared;
    base = saved.text;
    area.value = ui.drafts.get(item)?.text ?? base;
    if (area.value !== base) queueMicrotask(rest);
  };
  const receive = (/** @type {any} */ saved) => {
    const means = arrival({ text: area.value, base, sent }, saved.text);
    base = saved.text;
    sent = sent.slice(sent.indexOf(base) + 1);
    if (means === "show") area.value = base;
    if (means === "keep") offer(base);
    if (!saved.held && ui.drafts.get(item)?.text === base) ui.drafts.drop(item);
  };
  const standing = ({ text, at, held } = { text: "", at: "", held: false }) => {
    if (held || area.value !== text) return kept();
    if (!text) return "";
    const { date, time, today } = clock(at, ui.root.lang);
    return ui.t(today ? "note-saved-today" : "note-saved-before", { date, time });
  };
  const show = () => {
    const { play } = ui.state();
    if (!play) return;
    const next = `note.${play.number}`;
    if (next !== item) begin(next, play.note);
    receive(play.note);
    status.textContent = standing(play.note);
  };
  const stop = () => clearTimeout(timer);
  return { node, show, rest, stop };
}
