// @ts-check

/**
 * Sends the newest of what is tried and no others: one is on its way, one may wait, older ones are
 * dropped.
 * @param {any} ui @param {string} [item] @param {() => void} [onreply]
 */
export function newestOnly(ui, item = "*", onreply = () => {}) {
  let number = 0;
  let flying = "";
  /** @type {any} */
  let waiting = null;
  const go = (/** @type {any} */ value) => {
    flying = `try-${(number += 1)}`;
    waiting = null;
    try {
      ui.model.send({ id: flying, event: { kind: "try", item, value } });
    } catch {
      flying = ""; // a closed channel: what is let go of is kept in the outbox as ever
    }
  };
  const receive = (/** @type {any} */ reply) => {
    if (reply.id !== flying) return;
    flying = "";
    if (reply.problem) ui.tell(reply.problem);
    if (waiting !== null) go(waiting);
    onreply();
  };
  ui.model.on("msg:custom", receive);
  return {
    /** @param {any} value */
    send: (value) => (flying ? void (waiting = value) : go(value)),
    forget: () => (waiting = null),
    busy: () => Boolean(flying || waiting !== null),
    stop: () => ui.model.off("msg:custom", receive),
  };
}
