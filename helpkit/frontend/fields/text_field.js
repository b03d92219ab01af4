// @ts-check
// A field whose text is never lost. It is kept in the browser from the first keystroke, sent when the
// hand rests or the learner turns away, and out of the browser when it is on the disk. `#base` is the
// text as this field last knew it from the journal, `#sent` are its own texts that have not come back.
import { h, refill } from "../dom.js";
import { HAND_RESTS, KERNEL_SILENT } from "../pauses.js";

/** @import { Attributes, Happening, Ui } from "../types.js" */
/** @typedef {{ text: string, base: string }} Draft */

/**
 * `happening` is what is recorded of a text, `saved` what the journal holds now; `show` is called
 * whenever the field may stand otherwise. `fits` says what may be sent: what may not stays in the
 * browser. `recorded` is how the journal keeps a text, `texts` are the keys of what is said of a text
 * that was written elsewhere.
 * @typedef {{ happening: (text: string) => Happening, saved: () => { text: string, held?: boolean },
 *   show: () => void, fits?: (text: string) => boolean, recorded?: (text: string) => string,
 *   texts?: { elsewhere: string, see: string, use: string } }} Journaling
 */

const TEXTS = { elsewhere: "elsewhere", see: "see-other", use: "use-other" };

/** The most letters that a text may have. */
export const LONGEST_TEXT = 20000;

/**
 * What a text from the journal means for a field: nothing new, its own echo, to be shown because
 * the field is untouched, or written elsewhere while the learner was typing here.
 * @param {{ text: string, base: string, sent: string[] }} field @param {string} saved
 * @returns {"same" | "own" | "show" | "keep"}
 */
export function arrival({ text, base, sent }, saved) {
  if (saved === base) return "same";
  if (saved === text || sent.includes(saved)) return "own";
  return text === base ? "show" : "keep";
}

/**
 * Whether a draft and the journal tell two stories, or the draft only goes on where the journal is.
 * @param {Draft} draft @param {string} saved
 */
export function forked({ text, base }, saved) {
  return saved !== base && !text.startsWith(saved);
}

/** The reflex of a careful writer. @param {KeyboardEvent} event */
export function isSaveKey({ ctrlKey, metaKey, key }) {
  return (ctrlKey || metaKey) && key.toLowerCase() === "s";
}

export class TextField {
  #base = "";
  /** @type {string[]} */
  #sent = [];
  #late = false;
  #resting = 0;
  #patience = 0;
  #ui;
  #journal;
  /** @type {Pick<Happening, "item" | "activity">} */
  #spot;
  #key;

  /**
   * Handlers in `attributes` come in the place of the field's own.
   * @param {Ui} ui @param {"input" | "textarea"} tag
   * @param {Attributes<HTMLInputElement | HTMLTextAreaElement>} attributes
   * @param {Journaling} journal
   */
  constructor(ui, tag, attributes, journal) {
    const { item, activity } = journal.happening("");
    const handlers = { oninput: () => this.typed(), onblur: () => this.save(), onrest: () => this.save() };
    this.#ui = ui;
    this.#journal = { fits: () => true, recorded: (/** @type {string} */ text) => text, texts: TEXTS, ...journal };
    this.#spot = { item, activity };
    this.#key = activity ? `${activity}.${item}` : item;
    /** What was written elsewhere, to choose from. */
    this.other = h("div", { class: "hk-elsewhere", role: "status" });
    this.field = h(tag, { ...handlers, ...attributes });
  }

  /** The text has changed under the hand. */
  typed() {
    clearTimeout(this.#resting);
    this.#resting = window.setTimeout(() => this.rest(), HAND_RESTS);
    this.#ui.drafts.put(this.#key, { text: this.field.value, base: this.#base });
    this.#journal.show();
  }

  /** Save now; what goes wrong is shown, since the listener is guarded. */
  rest() {
    this.field.dispatchEvent(new Event("rest"));
  }

  /** @param {boolean} [anyway] send what the journal has too */
  async save(anyway = false) {
    clearTimeout(this.#resting);
    const text = this.field.value;
    const recorded = this.#journal.recorded(text);
    const isNew = anyway || this.#late || recorded !== (this.#sent.at(-1) ?? this.#base);
    if (!isNew || !this.#journal.fits(text)) return;
    this.#sent.push(recorded);
    clearTimeout(this.#patience);
    this.#patience = window.setTimeout(() => this.#settle(true), KERNEL_SILENT);
    const saved = await this.#ui.send(this.#journal.happening(text));
    this.#sent = this.#sent.filter((each) => each !== recorded);
    this.#settle(!saved);
  }

  /** Write into the field as a hand would. @param {string} text */
  put(text) {
    this.field.value = text;
    this.other.replaceChildren();
    this.typed();
  }

  /** What stands in the field is settled elsewhere. @param {string} text */
  settleOn(text) {
    clearTimeout(this.#resting);
    this.field.value = this.#base = text;
    this.#sent = [];
    this.#ui.drafts.drop(this.#key);
  }

  /** A new state from the kernel. */
  receive() {
    const { text, held } = this.#journal.saved();
    const means = arrival({ text: this.field.value, base: this.#base, sent: this.#sent }, text);
    this.#base = text;
    this.#sent = this.#sent.slice(this.#sent.indexOf(text) + 1);
    if (means === "show") this.field.value = text;
    if (means === "keep") this.#offer(text);
    const draft = this.#draft();
    if (draft && !held && this.#journal.recorded(draft.text) === text) this.#ui.drafts.drop(this.#key);
  }

  /** The first look: the journal's text, or a draft that never reached it; true for the latter. */
  restore() {
    const draft = this.#draft();
    const { text } = this.#journal.saved();
    this.#base = this.field.value = text;
    if (!draft || draft.text === text) return false;
    this.field.value = draft.text;
    this.#sent = this.#unacknowledged();
    if (forked(draft, text) && !this.#sent.includes(text)) this.#offer(text);
    queueMicrotask(() => this.rest()); // after mount has sent those: the draft is younger
    return true;
  }

  /**
   * How the text stands: in the browser, in the browser while the kernel is silent, or on the page
   * only, because the browser has no room.
   * @returns {"saved" | "kept" | "late" | "full"}
   */
  standing() {
    const { text, held } = this.#journal.saved();
    if (this.#journal.recorded(this.field.value) === text && !held) return "saved";
    if (!this.#ui.drafts.safe(this.#key)) return "full";
    return this.#late || held ? "late" : "kept";
  }

  /** No reply is heard any more: the draft stays until the next look. */
  leave() {
    clearTimeout(this.#resting);
    clearTimeout(this.#patience);
    const text = this.field.value;
    if (this.#journal.recorded(text) !== this.#base && this.#journal.fits(text))
      this.#ui.ask(this.#journal.happening(text));
  }

  /** @param {boolean} late */
  #settle(late) {
    clearTimeout(this.#patience);
    this.#late = late;
    this.#journal.show();
  }

  /** What the browser keeps. An earlier helpkit kept some texts without the base. @returns {Draft | null} */
  #draft() {
    const draft = this.#ui.drafts.get(this.#key);
    if (draft === null) return null;
    return typeof draft === "string" ? { text: draft, base: "" } : { base: "", ...draft };
  }

  /** Texts that an earlier kernel never acknowledged: mount sends them, and they come back as our own. */
  #unacknowledged() {
    const events = this.#ui.unacknowledged();
    const mine = events.filter(({ item, activity }) => item === this.#spot.item && activity === this.#spot.activity);
    return mine.map(({ value }) => String(value ?? ""));
  }

  /** @param {string} text */
  #offer(text) {
    const { t } = this.#ui;
    const { elsewhere, see, use } = this.#journal.texts;
    const take = () => {
      this.put(text);
      this.field.focus();
    };
    refill(
      this.other,
      h("p", {}, t(elsewhere)),
      h(
        "details",
        {},
        h("summary", {}, t(see)),
        h("p", { class: "hk-text" }, text || "–"),
        use ? h("button", { type: "button", onclick: take }, t(use)) : null,
      ),
    );
  }
}

/** Send everything when the learner turns away. @param {() => TextField[]} fields @returns {() => void} its end */
export function onTurningAway(fields) {
  const flush = () => fields().forEach((field) => field.rest());
  const hidden = () => document.hidden && flush();
  window.addEventListener("pagehide", flush);
  document.addEventListener("visibilitychange", hidden);
  return () => {
    window.removeEventListener("pagehide", flush);
    document.removeEventListener("visibilitychange", hidden);
    for (const field of fields()) field.leave();
  };
}
