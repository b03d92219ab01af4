// @ts-check

/**
 * Sends the newest of what is tried and no others: one is on its way, one may wait, older ones are
 * dropped.
 * @param {import("./types.js").Ui} ui @param {string} [item] @param {() => void} [onreply]
 */
export function newestOnly(ui, item = "*", onreply = () => {}) {
  let flying = false;
  let stopped = false;
  /** @type {unknown} */
  let waiting = null;
  const go = async (/** @type {unknown} */ value) => {
    flying = true;
    waiting = null;
    const reply = await ui.ask({ kind: "try", item, value });
    if (stopped) return;
    flying = false;
    if (!reply) return; // a closed channel: what is let go of is kept in the outbox as ever
    if (reply.problem) ui.tell(reply.problem);
    if (waiting !== null) go(waiting);
    onreply();
  };
  return {
    /** @param {unknown} value */
    send: (value) => {
      if (flying) waiting = value;
      else go(value);
    },
    forget: () => (waiting = null),
    busy: () => flying || waiting !== null,
    stop: () => (stopped = true),
  };
}
