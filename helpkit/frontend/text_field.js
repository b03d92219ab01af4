// @ts-check
import { h, storage } from "./shared.js";
import { arrival, forked } from "./draft.js";

/** How long a hand rests before its text is sent, and how long the kernel may be silent, in ms. */
const HAND_RESTS = 1000;
const KERNEL_SILENT = 4000;

/**
 * A field whose text is never lost: kept in the browser from the first keystroke, sent when the hand
 * rests or the learner turns away, and out of the browser when it is on the disk (see reflect.js for
 * the same with several parts and a switch). The field calls `typed` on input, `save` on blur and on
 * `rest`. `fits` says what may be sent; what may not stays in the browser.
 * @param {any} ui
 * @param {{ item: string, field: any, happening: (text: string) => any, saved: () => { text: string, held: boolean },
 *   show: () => void, fits?: (text: string) => boolean }} one
 */
export function kept(ui, { item, field, happening, saved, show, fits = () => true }) {
  let [base, stalled] = ["", false];
  /** @type {string[]} */
  let sent = [];
  let [timer, patience] = [0, 0];
  const other = h("div", { class: "hk-elsewhere", role: "status" });

  const rest = () => field.dispatchEvent(new Event("rest"));
  const typed = () => {
    clearTimeout(timer);
    timer = window.setTimeout(rest, HAND_RESTS);
    ui.drafts.put(item, { text: field.value, base });
    show();
  };
  const settle = (/** @type {boolean} */ late) => {
    clearTimeout(patience);
    stalled = late;
    show();
  };
  const save = async () => {
    clearTimeout(timer);
    const text = field.value;
    if (!fits(text) || (!stalled && text === (sent.at(-1) ?? base))) return;
    sent.push(text);
    clearTimeout(patience);
    patience = window.setTimeout(() => settle(true), KERNEL_SILENT);
    const done = await ui.send(happening(text));
    sent = sent.filter((each) => each !== text);
    settle(!done);
  };
  const put = (/** @type {string} */ text) => {
    field.value = text;
    other.replaceChildren();
    typed();
  };
  const offer = (/** @type {string} */ text) => {
    const use = () => {
      put(text);
      field.focus();
    };
    const more = h("details", {}, h("summary", {}, ui.t("see-other")), h("p", { class: "hk-text" }, text || "–"), h("button", { type: "button", onclick: use }, ui.t("use-other")));
    other.replaceChildren(h("p", {}, ui.t("elsewhere")), more);
  };
  // Texts that an earlier kernel never acknowledged: mount sends them, and they come back as our own.
  const unanswered = () => {
    const outbox = storage(`${ui.model.get("place")}.out`);
    const events = outbox.keys("").map((key) => outbox.get(key));
    return events.filter((event) => event.item === item).map((event) => event.value ?? "");
  };
  return {
    other,
    typed,
    save,
    rest,
    put,
    /** What stands in the field is settled elsewhere. @param {string} text */
    settleOn: (text) => {
      clearTimeout(timer);
      field.value = base = text;
      sent = [];
      ui.drafts.drop(item);
    },
    /** A new state from the kernel. */
    receive: () => {
      const { text, held } = saved();
      const means = arrival({ text: field.value, base, sent }, text);
      base = text;
      sent = sent.slice(sent.indexOf(text) + 1);
      if (means === "show") field.value = text;
      if (means === "keep") offer(text);
      if (!held && ui.drafts.get(item)?.text === text) ui.drafts.drop(item);
    },
    /** The first look: the journal's text, or a draft that never reached it; true for the latter. */
    restore: () => {
      const draft = ui.drafts.get(item);
      const { text } = saved();
      base = field.value = text;
      if (!draft || draft.text === text) return false;
      field.value = draft.text;
      sent = unanswered();
      if (forked(draft, text) && !sent.includes(text)) offer(text);
      queueMicrotask(rest); // after mount has sent those: the draft is younger
      return true;
    },
    /** How the text stands: "saved", "kept" in the browser, "late", or "full" when only the page has it. */
    standing: () => {
      const { text, held } = saved();
      if (field.value === text && !held) return "saved";
      if (!ui.drafts.safe(item)) return "full";
      return stalled || held ? "late" : "kept";
    },
    /** No reply is heard any more: the draft stays until the next look. */
    leave: () => {
      clearTimeout(timer);
      clearTimeout(patience);
      if (field.value === base || !fits(field.value)) return;
      try {
        ui.model.send({ id: "", event: happening(field.value) });
      } catch {
        // a closed channel: the draft goes out at the next look
      }
    },
  };
}

/**
 * Send everything when the learner turns away.
 * @param {() => { rest: () => void, leave: () => void }[]} fields @returns {() => void} its end
 */
export function onTurningAway(fields) {
  const flush = () => fields().forEach((one) => one.rest());
  const hidden = () => document.hidden && flush();
  window.addEventListener("pagehide", flush);
  document.addEventListener("visibilitychange", hidden);
  return () => {
    window.removeEventListener("pagehide", flush);
    document.removeEventListener("visibilitychange", hidden);
    for (const one of fields()) one.leave();
  };
}
