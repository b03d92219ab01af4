// @ts-check
// Which widgets stand under a cell, according to the page and according to the kernel.

/** @import { Cell } from "./types.js" */

const VIEW = "application/vnd.jupyter.widget-view+json";

/** @param {Cell} cell */
function outputs(cell) {
  return cell.model.outputs.toJSON();
}

/** @param {Cell} cell @returns {string[]} */
function widgets(cell) {
  return outputs(cell).flatMap(({ data }) => /** @type {any} */ (data?.[VIEW])?.model_id ?? []);
}

/** @param {string} id */
function output(id) {
  const data = { [VIEW]: { model_id: id, version_major: 2, version_minor: 0 } };
  return { output_type: "display_data", metadata: {}, data };
}

/** Show these widgets in the place of those that are there. @param {Cell} cell @param {string[]} ids */
export function showWidgets(cell, ids) {
  if (widgets(cell).join() === ids.join()) return;
  const others = outputs(cell).filter(({ data }) => !data?.[VIEW]);
  cell.model.trusted = true; // or JupyterLab would not draw a widget: these come from the kernel, not from a file
  cell.model.outputs.fromJSON([...others, ...ids.map(output)]);
}
