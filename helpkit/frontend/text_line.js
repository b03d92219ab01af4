// @ts-check
import { h, uid } from "./shared.js";

/** How long a hand rests before the line is sent, in milliseconds. */
const PAUSE = 1000;

/** The time of day at which something was saved. @param {string} at UTC @param {string} language */
export function clock(at, language) {
  const format = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, /** @type {any} */ (format)).format(new Date(at));
}

/**
 * A line of the learner's own: kept in the browser from the first keystroke, sent when the hand
 * rests or the learner turns away, and out of the browser's keeping when it is on disk.
 * @param {any} ui
 * @param {{ activity: string, item: string, label: string, hint: string,
 *   kept: () => { text: string, at: string } | undefined }} asked
 */
export function line(ui, { activity, item, label, hint, kept }) {
  const key = `${activity}.${item}`;
  const id = uid("line");
  const draft = () => ui.drafts.get(key);
  let timer = 0;
  let sent = /** @type {string | null} */ (null);

  const flush = async () => {
    clearTimeout(timer);
    const text = draft();
    if (text === null || text === sent) return;
    sent = text;
    const saved = await ui.send({ activity, item, kind: "answer", value: text.trim() ? text : null });
    if (saved && draft() === text) ui.drafts.drop(key);
    sent = null;
    update();
  };
  const soon = () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => field.dispatchEvent(new Event("rest")), PAUSE);
  };
  const type = () => {
    ui.drafts.put(key, field.value);
    update();
    soon();
  };
  const hide = () => void (document.hidden && flush());

  const field = h("textarea", { id, rows: 2, maxlength: ui.view.longest, "data-key": key, "aria-describedby": `${id}-hint`, oninput: type, onblur: flush, onrest: flush });
  const note = h("p", { class: "hk-soft hk-small hk-saved" });
  let base = kept()?.text ?? "";
  const update = () => {
    const { text, at } = kept() ?? { text: "", at: "" };
    if (field.value === base && base !== text) field.value = text; // written in another view
    base = text;
    const held = draft() !== null && field.value !== text;
    note.textContent = held ? ui.t(ui.drafts.safe(key) ? "typing" : "no-room") : at ? ui.t("saved", { time: clock(at, ui.root.lang) }) : "";
  };
  field.value = draft() ?? base;
  if (draft() !== null) soon();
  window.addEventListener("pagehide", flush);
  document.addEventListener("visibilitychange", hide);
  return {
    node: h("div", { class: "hk-own-line" }, h("label", { for: id }, label), h("p", { class: "hk-soft hk-small", id: `${id}-hint` }, hint), field, note),
    update,
    leave: () => {
      window.removeEventListener("pagehide", flush);
      document.removeEventListener("visibilitychange", hide);
      flush();
    },
  };
}
