// A page without JupyterLab and without a kernel: what anywidget does with a widget, and nothing else.
// Only the wire is ours: Python's own widgets are at the other end of it (see static_page.py).

/** @type {Map<string, Promise<Model>>} by the identity of a widget */
const models = new Map();

class Listeners {
  calls = [];

  on(name, call) {
    this.calls.push({ name, call });
  }

  off(name, call) {
    this.calls = this.calls.filter((each) => each.name !== name || (call && each.call !== call));
  }

  tell(name, ...values) {
    for (const each of [...this.calls]) if (each.name === name) each.call(...values);
  }
}

class Model {
  listeners = new Set();
  unsaved = new Set();
  arrived = Promise.resolve();

  constructor(id, state) {
    Object.assign(this, { id, state });
  }

  tell(name, ...values) {
    for (const each of this.listeners) each.tell(name, ...values);
  }

  assign(state) {
    const changed = Object.keys(state).filter((name) => !same(state[name], this.state[name]));
    Object.assign(this.state, state);
    for (const name of changed) this.tell(`change:${name}`, this, state[name]);
  }

  /** As in JupyterLab, a state is unpacked in a promise, and a message of our own is not. */
  take(data, buffers) {
    if (data.method === "custom") return this.tell("msg:custom", data.content, buffers);
    this.arrived = this.arrived.then(() => this.assign(unpacked(data, buffers)));
  }

  /** What a widget's module gets; each has listeners of its own. */
  proxy() {
    const listeners = new Listeners();
    this.listeners.add(listeners);
    return {
      get: (name) => this.state[name],
      set: (name, value) => {
        this.unsaved.add(name);
        this.assign({ [name]: value });
      },
      save_changes: () => {
        const state = Object.fromEntries([...this.unsaved].map((name) => [name, this.state[name]]));
        this.unsaved.clear();
        void sendToPython(this.id, JSON.stringify({ method: "update", state }));
      },
      send: (content) => void sendToPython(this.id, JSON.stringify({ method: "custom", content })),
      on: (name, call) => listeners.on(name, call),
      off: (name, call) => listeners.off(name, call),
    };
  }
}

const same = (a, b) => a === b || (JSON.stringify(a) === JSON.stringify(b) && !(a instanceof DataView));

const bytes = (text) => new DataView(Uint8Array.from(atob(text), (each) => each.charCodeAt(0)).buffer);

/** A state with its buffers where they belong. */
function unpacked({ state, buffer_paths = [] }, buffers) {
  buffer_paths.forEach((path, at) => {
    const parent = path.slice(0, -1).reduce((part, key) => part[key], state);
    parent[path.at(-1)] = buffers[at];
  });
  return state;
}

async function opened(id) {
  const { data, buffers } = JSON.parse(await openInPython(id));
  const model = new Model(id, unpacked(data, buffers.map(bytes)));
  if (model.state._esm) model.bound = bound(model);
  return model;
}

/** The model of a reference such as "anywidget:7f…". */
function open(reference) {
  const id = reference.replace(/^anywidget:/, "");
  if (!models.has(id)) models.set(id, opened(id));
  return models.get(id);
}

function dress(id, text) {
  const sheet = document.getElementById(id) ?? document.head.appendChild(document.createElement("style"));
  Object.assign(sheet, { id, textContent: text });
}

async function bound(model) {
  const { _esm, _css, _anywidget_id } = model.state;
  if (_css) dress(_anywidget_id, _css);
  const address = URL.createObjectURL(new Blob([_esm], { type: "text/javascript" }));
  const { default: definition } = await import(address);
  const widget = typeof definition === "function" ? await definition() : definition;
  const exports = await widget.initialize?.({ model: model.proxy() });
  return { widget, exports };
}

const host = {
  getModel: async (reference) => (await open(reference)).proxy(),
  getWidget: async (reference) => {
    const model = await open(reference);
    const { widget, exports } = await model.bound;
    return { exports, render: ({ el }) => widget.render({ model: model.proxy(), el, host }) };
  },
};

/** An output below the last one, with the classes that JupyterLab gives it. */
function output() {
  const inner = document.createElement("div");
  const classes = ["jp-OutputArea-output", "jp-OutputArea-child", "jp-OutputArea", "jp-Cell jp-CodeCell"];
  const cell = classes.reduce((child, name) => {
    const node = Object.assign(document.createElement("div"), { className: name });
    node.append(child);
    return node;
  }, inner);
  document.querySelector(".jp-Notebook").append(cell);
  return inner;
}

const shown = [];

async function show(id) {
  const el = output().appendChild(document.createElement("div"));
  el.className = "lm-Widget";
  const widget = await host.getWidget(id);
  shown.push(await widget.render({ el }));
}

function showText(html) {
  output().innerHTML = `<div class="jp-RenderedHTMLCommon jp-RenderedMarkdown">${html}</div>`;
}

function clear() {
  for (const end of shown.splice(0)) end?.();
  document.querySelector(".jp-Notebook").replaceChildren();
}

/** Hear what Python says, in its order. */
async function listen() {
  for (;;) {
    const message = JSON.parse(await hearPython());
    if (!message) return;
    const { id, data, buffers } = message;
    if (models.has(id)) (await models.get(id)).take(data, buffers.map(bytes));
  }
}

function theme(name, sheet) {
  dress("theme", sheet);
  document.body.dataset.jpThemeName = name;
  document.body.dataset.jpThemeLight = String(name === "JupyterLab Light");
}

window.staticPage = { show, showText, clear, theme };
listen();
