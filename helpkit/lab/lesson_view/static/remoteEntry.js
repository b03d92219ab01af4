// @ts-check
// JupyterLab loads this file and asks it for our plugins. It is what webpack would write for a federated
// module: what JupyterLab shares comes in `scope`. Ours are plain modules beside it.
(() => {
  const here = /** @type {HTMLScriptElement} */ (document.currentScript).src;
  const ours = import(new URL("plugins.js", here).href); // while JupyterLab still loads itself
  /** @type {import("./types.js").Scope} */
  let scope;
  window._JUPYTERLAB ??= {};
  window._JUPYTERLAB.helpkit = {
    init: (shared) => void (scope = shared),
    get: async () => {
      const { plugins } = await ours;
      const module = { __esModule: true, default: await plugins(scope) };
      return () => module;
    },
  };
})();
