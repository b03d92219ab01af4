// @ts-check

/** Models that have been shown: *Run All Cells* jumps to the end, so the first view calls back. */
/* The lesson view keeps the learner where they are by itself. */
const greeted = new WeakSet();

/** @param {object} model @param {HTMLElement} root */
export function greet(model, root) {
  const call = () => root.closest(".hk-lesson") || root.scrollIntoView({ block: "center" });
  if (!greeted.has(model)) requestAnimationFrame(call);
  greeted.add(model);
}
