// @ts-check
// A hand on the page: what it holds must not move, and what it only brushed must not change.

/** What may be under a hand, and what of it is clicked: the others are written in, chosen from or drawn along. */
const UNDER = "a, button, input, label, select, summary, textarea";
const CLICKED = "a, button, input[type='checkbox'], input[type='radio'], label, summary";

/**
 * Puts off what would redraw while something to click is held down: a click is lost when its button is
 * replaced or moved between press and release, as when leaving a field for a button saves the field.
 * @param {HTMLElement} root
 */
export function patient(root) {
  let held = false;
  /** @type {Set<() => void>} */
  const owed = new Set();
  const press = (/** @type {Event} */ { target }) =>
    (held = Boolean(/** @type {Element} */ (target).closest(UNDER)?.matches(CLICKED)));
  const release = (/** @type {Event} */ { type, target }) => {
    if (!held || (type === "blur" && target !== window)) return; // a field that is left blurs too
    setTimeout(() => {
      held = false; // the click has come by now
      const now = [...owed];
      owed.clear();
      for (const update of now) update();
    });
  };
  const ends = ["pointerup", "pointercancel", "blur"];
  root.addEventListener("pointerdown", press, true);
  for (const end of ends) window.addEventListener(end, release, true);
  return {
    /** @param {() => void} update */
    when: (update) => () => (held ? void owed.add(update) : update()),
    stop: () => ends.forEach((end) => window.removeEventListener(end, release, true)),
  };
}

/**
 * A slider follows a finger at once, also one that only scrolls the page: then it goes back.
 * @param {HTMLElement} root
 */
export function steady(root) {
  let before = "";
  const sliding = (/** @type {Event} */ { target }) => /** @type {Element} */ (target).matches("input[type='range']");
  root.addEventListener("pointerdown", (event) => {
    if (sliding(event)) before = /** @type {HTMLInputElement} */ (event.target).value;
  });
  root.addEventListener("pointercancel", (event) => {
    const slider = /** @type {HTMLInputElement} */ (event.target);
    if (!sliding(event) || slider.value === before) return;
    slider.value = before;
    for (const kind of ["input", "change"]) slider.dispatchEvent(new Event(kind, { bubbles: true }));
  });
}
