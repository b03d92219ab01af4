// @ts-check
import { flat, h, refill } from "../../frontend/dom.js";

/** @import { Attributes, Child } from "../../frontend/types.js" */

/**
 * A piece of the page that is made anew only when what it shows has changed.
 * @param {string} name @param {Attributes<HTMLDivElement>} [attributes]
 */
export function panel(name, attributes) {
  const node = h("div", { class: name, ...attributes });
  let shown = "";
  return {
    node,
    /** @param {unknown} value @param {() => Child} make an empty list hides it */
    fill: (value, make) => {
      const now = JSON.stringify(value);
      if (now === shown) return;
      shown = now;
      const children = flat([make()]).filter(Boolean);
      node.hidden = !children.length;
      refill(node, children);
    },
  };
}
