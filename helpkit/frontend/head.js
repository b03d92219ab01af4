// @ts-check

/** Models that have been shown: *Run All Cells* jumps to the end, so the first view calls back. */
const greeted = new WeakSet();

/** @param {object} model @param {HTMLElement} root */
export function greet(model, root) {
  if (!greeted.has(model)) requestAnimationFrame(() => root.scrollIntoView({ block: "center" }));
  greeted.add(model);
}
