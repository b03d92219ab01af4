// @ts-check

/**
 * What the browser would not keep, because it is full or keeps nothing: the page holds it for all
 * widgets, and for those of the next run as well; leaving the page is asked about first.
 * @returns {Map<string, string>}
 */
function pageOnly() {
  const page = /** @type {Record<symbol, Map<string, string> | undefined>} */ (/** @type {unknown} */ (globalThis));
  const name = Symbol.for("helpkit.page-only");
  const known = page[name];
  if (known) return known;
  /** @type {Map<string, string>} */
  const held = new Map();
  page[name] = held;
  window.addEventListener("beforeunload", (event) => held.size && event.preventDefault());
  return held;
}

/** @template T @param {() => T} use @param {T} otherwise @returns {T} */
function ifAllowed(use, otherwise) {
  try {
    return use();
  } catch {
    return otherwise; // a browser that keeps nothing, or has no room left
  }
}

/** @param {string} name @param {string} text whether the browser has it now */
function browserKeeps(name, text) {
  const keep = () => {
    localStorage.setItem(name, text);
    return true;
  };
  return ifAllowed(keep, false);
}

/** What only the page had goes to the browser as soon as that has room. */
function moveIn() {
  const held = pageOnly();
  for (const [name, text] of held) if (browserKeeps(name, text)) held.delete(name);
}

/**
 * Browser storage under one prefix; the page keeps what the browser refuses.
 * @param {string} prefix
 */
export function storage(prefix) {
  const held = pageOnly();
  const full = (/** @type {string} */ key) => `${prefix}.${key}`;
  return {
    /** @param {string} key */
    get: (key) => {
      const text = held.get(full(key)) ?? ifAllowed(() => localStorage.getItem(full(key)), null);
      return text === null ? null : JSON.parse(text);
    },
    /** @param {string} key @param {unknown} value */
    put: (key, value) => {
      const text = JSON.stringify(value);
      if (browserKeeps(full(key), text)) held.delete(full(key));
      else held.set(full(key), text);
    },
    /** Keep a habit: to lose it is no loss. @param {string} key @param {unknown} value */
    remember: (key, value) => void browserKeeps(full(key), JSON.stringify(value)),
    /** @param {string} key */
    drop: (key) => {
      held.delete(full(key));
      ifAllowed(() => localStorage.removeItem(full(key)), undefined);
      moveIn();
    },
    /** Whether it would outlive the page. @param {string} key */
    safe: (key) => !held.has(full(key)),
    /** @param {string} start @returns {string[]} */
    keys: (start) => {
      const names = new Set([...ifAllowed(() => Object.keys(localStorage), []), ...held.keys()]);
      return [...names]
        .filter((name) => name.startsWith(full(start)))
        .map((name) => name.slice(prefix.length + 1))
        .sort();
    },
  };
}
