// @ts-check
// Brings plotly.js to the page when the first picture asks for it: once, whatever the number of
// pictures, notebooks and kernels.

/**
 * @typedef {(content: { library?: string }, buffers: DataView<ArrayBuffer>[]) => void} Hear
 * @typedef {{ send(content: any): void, on(name: string, hear: Hear): void, off(name: string, hear: Hear): void }} Runtime
 */

/** What the bundle would otherwise look for on the page, such as the module loader of JupyterLab. */
const BEFORE = "const define = undefined, module = { exports: {} };\n";
const AFTER = "\nexport default module.exports;\n";

const page = /** @type {any} */ (globalThis);
/** @type {Map<string, Promise<any>>} what each kernel has been asked for */
const asked = new Map();

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

/** @param {Runtime} runtime @returns {Promise<DataView<ArrayBuffer>>} */
function answer(runtime) {
  return new Promise((resolve) => {
    /** @type {Hear} */
    const hear = (_, [packed]) => {
      runtime.off("msg:custom", hear);
      resolve(packed);
    };
    runtime.on("msg:custom", hear);
    runtime.send({ wanted: "plotly" });
  });
}

/** What came first is kept for all kernels of the page. @param {any} host @param {string} reference */
async function fetched(host, reference) {
  const packed = await answer(await host.getModel(reference));
  page.helpkitPlotly ??= unpack(packed).catch((error) => {
    page.helpkitPlotly = undefined; // the next kernel may have more luck
    throw error;
  });
  return page.helpkitPlotly;
}

/**
 * The library; it is sent when it is asked for the first time.
 * @param {any} host @param {string} reference the runtime of a kernel @returns {Promise<any>}
 */
export function plotly(host, reference) {
  if (page.helpkitPlotly) return page.helpkitPlotly;
  const under = asked.get(reference) ?? fetched(host, reference);
  asked.set(reference, under);
  return under.catch((error) => {
    asked.delete(reference);
    throw error;
  });
}
