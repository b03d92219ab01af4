// Hands a widget over to the loader of its kernel.
/** @param {import("./loader.js").Where} where */
async function render(where) {
  const loader = () => where.host.getWidget(where.model.get("loader"));
  const { exports } = await loader().catch(loader); // a slow page gets another ten seconds
  return exports.render(where);
}

export default { render };
