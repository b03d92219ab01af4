// Hands a widget over to the loader of its kernel.
/** @param {import("./loader.js").Where} where */
async function render(where) {
  const { exports } = await where.host.getWidget(where.model.get("loader"));
  return exports.render(where);
}

export default { render };
