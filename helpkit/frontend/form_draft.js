// @ts-check
// What stands in a form that is not sent yet. A text has a field of its own (`text_field.js`); here are
// the others: a number, a choice, a slider. Whoever sends them drops the draft when they are recorded.

/** @import { Ui } from "./types.js" */
/** @typedef {HTMLInputElement | HTMLSelectElement} Field */

/** @param {Field} field @returns {"checked" | "value"} where a field has what was filled in */
function slot({ type }) {
  return type === "radio" || type === "checkbox" ? "checked" : "value";
}

/**
 * Show what the browser kept of these fields, and keep them from now on; each is known by its `data-key`.
 * @param {Pick<Ui, "drafts">} ui @param {Element} form @param {string} key the name of the draft
 */
export function keepDraft(ui, form, key) {
  const fields = /** @type {Field[]} */ ([...form.querySelectorAll("input, select")]);
  const name = (/** @type {Field} */ field) => String(field.dataset.key);
  const draft = ui.drafts.get(key) ?? {};
  for (const field of fields) if (name(field) in draft) Object.assign(field, { [slot(field)]: draft[name(field)] });
  const now = () => fields.map((field) => [name(field), Reflect.get(field, slot(field))]);
  const keep = () => ui.drafts.put(key, Object.fromEntries(now()));
  form.addEventListener("input", keep);
}
