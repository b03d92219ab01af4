// @ts-check
import { flat } from "./dom.js";

/** @import { Child } from "./types.js" */

/**
 * A part of a drawing; what is not there is left out.
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Tag} tag @param {Record<string, string | number>} [attributes]
 * @param {...Child} children
 */
export function svg(tag, attributes = {}, ...children) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
  node.append(...flat(children).filter(Boolean));
  return node;
}
