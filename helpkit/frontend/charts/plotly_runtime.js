// @ts-check
// Brings plotly.js to the page: once, whatever the number of pictures, notebooks and kernels.

/** What the bundle would otherwise look for on the page, such as the module loader of JupyterLab. */
const BEFORE = "const define = undefined, module = { exports: {} };\n";
const AFTER = "\nexport default module.exports;\n";

/** @param {DataView<ArrayBuffer>} packed @returns {Promise<any>} */
async function unpack(packed) {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  const script = await new Response(stream).blob();
  const address = URL.createObjectURL(new Blob([BEFORE, script, AFTER], { type: "text/javascript" }));
  try {
    return (await import(address)).default;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/**
 * Returns at once, with a promise: anywidget drops a model whose `initialize` takes two seconds.
 * @param {{ model: { get(name: string): any } }} where
 */
function initialize({ model }) {
  const page = /** @type {any} */ (globalThis);
  page.helpkitPlotly ??= unpack(model.get("source")).catch((error) => {
    page.helpkitPlotly = undefined; // the next kernel may have more luck
    throw error;
  });
  return { plotly: page.helpkitPlotly };
}

export default { initialize };
