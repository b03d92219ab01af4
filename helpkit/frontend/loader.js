// @ts-check
// Puts our modules and style sheets on the page: each once, whatever the number of widgets, notebooks
// and kernels. It is loaded from a text, so it imports nothing.

/**
 * @typedef {{ get(name: string): any }} Model
 * @typedef {{ render(where: Where): Promise<() => void> }} Renderer
 * @typedef {{ getModel(reference: string): Promise<Model>,
 *   getWidget(reference: string): Promise<{ exports: Renderer }> }} Host
 * @typedef {{ model: Model, el: HTMLElement, host: Host }} Where
 * @typedef {{ key: string, source: string, style: string }} Module
 */

const NAME = Symbol.for("helpkit.modules");
const page = /** @type {Record<symbol, Map<string, string>>} */ (/** @type {unknown} */ (globalThis));
/** The address of each module by its key, shared by all loaders of the page. */
const addresses = (page[NAME] ??= new Map());

/** @type {Map<string, Promise<void>>} the packets of this kernel that are open, or are being opened */
const opened = new Map();

/** @param {DataView<ArrayBuffer>} packed @returns {Promise<Module[]>} */
function unpack(packed) {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).json();
}

/** @param {string} key @returns {string} */
function address(key) {
  const known = addresses.get(key);
  if (!known) throw new Error(`module ${key} has not come`);
  return known;
}

/** Give a module its address; its neighbours have theirs. @param {Module} module */
function place({ key, source }) {
  const linked = source.replace(/"helpkit:(\w+)"/g, (_, near) => `"${address(near)}"`);
  addresses.set(key, URL.createObjectURL(new Blob([linked], { type: "text/javascript" })));
}

/** Add the style sheets behind those that are there already. @param {Module[]} modules */
function dress(modules) {
  const style = document.createElement("style");
  style.textContent = modules.map(({ style }) => style).join("\n");
  document.head.append(style);
}

/** @param {Host} host @param {string} reference */
async function open(host, reference) {
  const packet = await host.getModel(reference);
  const modules = await unpack(packet.get("content"));
  const fresh = modules.filter(({ key }) => !addresses.has(key));
  fresh.forEach(place); // in their order: each comes behind what it imports
  dress(fresh);
}

/** A packet that could not be opened may be tried again. @param {Host} host @param {string} reference */
function opening(host, reference) {
  const under = opened.get(reference) ?? open(host, reference);
  opened.set(reference, under);
  return under.catch((error) => {
    opened.delete(reference);
    throw error;
  });
}

/** The module that draws a widget, once all that it imports has come. @param {Where} where */
async function load({ model, host }) {
  const entry = model.get("entry");
  if (!addresses.has(entry)) for (const reference of model.get("packets")) await opening(host, reference);
  return (await import(address(entry))).default;
}

/** What is shown in the place of a widget that cannot be loaded. @param {Where} where @param {string} sentence */
function apologise({ el, model }, sentence) {
  const text = Object.assign(document.createElement("p"), {
    className: "hk-problem",
    role: "alert",
    textContent: sentence,
  });
  const root = Object.assign(document.createElement("div"), { className: "hk", lang: model.get("language") });
  root.append(text);
  el.append(root);
  return () => root.remove();
}

/** A model whose words have those of all widgets among them. @param {any} model @param {Record<string, string>} common */
function worded(model, common) {
  const words = { ...common, ...model.get("words") };
  return { ...model, get: (/** @type {string} */ name) => (name === "words" ? words : model.get(name)) };
}

/** @param {{ model: Model }} loader */
function initialize({ model: { get } }) {
  const words = get("words");
  /** @param {Where} where */
  async function render(where) {
    try {
      const widget = await load(where);
      return await widget.render({ ...where, model: worded(where.model, words) });
    } catch (error) {
      console.error(error);
      return apologise(
        where,
        words.fault.replace("{error}", () => String(error)),
      );
    }
  }
  return { render };
}

export default { initialize };
