// @ts-check

/**
 * Text with its {placeholders} filled in; an unknown one stays as it is.
 * @param {string} text @param {object} [values]
 */
export function fill(text, values = {}) {
  const known = new Map(Object.entries(values));
  return text.replace(/\{([\w-]+)\}/g, (whole, name) => (known.has(name) ? String(known.get(name)) : whole));
}
