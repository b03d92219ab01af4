// @ts-check
// Moments as a learner reads them: by the learner's own clock and in the learner's language.

/** English as it is written here. @param {string} language */
export function locale(language) {
  return language === "en" ? "en-GB" : language;
}

/** @param {string} at UTC @param {string} locale @param {Intl.DateTimeFormatOptions} format */
export function moment(at, locale, format) {
  return new Intl.DateTimeFormat(locale, format).format(new Date(at));
}

/** When something was saved. @param {string} at UTC @param {string} language @param {Date} [now] */
export function clock(at, language, now = new Date()) {
  return {
    date: moment(at, locale(language), { day: "numeric", month: "long" }),
    time: moment(at, locale(language), { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }),
    today: new Date(at).toDateString() === now.toDateString(),
  };
}
