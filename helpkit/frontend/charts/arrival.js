// @ts-check
// When does something come near the screen?

/** What scrolls in a notebook; elsewhere it is the window. */
const SCROLLS = ".jp-WindowedPanel-outer";
/** A screen above and a screen below. */
const NEAR = "100%";

/**
 * `come` resolves when a node is first near what can be seen. What scrolls is known only when the node
 * has its place on the page; then it has a size.
 * @param {HTMLElement} node
 */
export function arrival(node) {
  /** @type {PromiseWithResolvers<void>} */
  const { promise: come, resolve } = Promise.withResolvers();
  /** @type {IntersectionObserver | undefined} */
  let sight;
  const stop = () => {
    place.disconnect();
    sight?.disconnect();
  };
  const seen = (/** @type {IntersectionObserverEntry[]} */ entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    stop();
    resolve();
  };
  const place = new ResizeObserver(() => {
    place.disconnect();
    sight = new IntersectionObserver(seen, { root: node.closest(SCROLLS), rootMargin: NEAR });
    sight.observe(node);
  });
  place.observe(node);
  return { come, stop };
}
