// @ts-check
// A text that is kept in the browser while it is typed, and the one that the journal knows.

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
 * @param {{ text: string, base: string }} draft @param {string} saved
 */
export function forked({ text, base }, saved) {
  return saved !== base && !text.startsWith(saved);
}

/** A moment in the learner's own time. @param {string} at UTC @param {string} language @param {Date} [now] */
export function clock(at, language, now = new Date()) {
  const moment = new Date(at);
  const locale = language === "en" ? "en-GB" : language;
  const date = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long" }).format(moment);
  const time = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(moment);
  return { date, time, today: moment.toDateString() === now.toDateString() };
}
