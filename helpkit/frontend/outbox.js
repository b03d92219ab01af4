// @ts-check
// The one way to the kernel. An event is kept in the browser before it is sent, and let go of when the
// kernel says that it is on the disk. So nothing is lost when a kernel is silent, restarted or gone: what
// was never acknowledged goes out again with the next one, in the order in which it came.
import { KERNEL_SILENT } from "./pauses.js";
import { storage } from "./storage.js";

/** @import { Happening, Model, Reply } from "./types.js" */
/** @typedef {{ timer: number, before: number, done: (saved: boolean) => void }} Waiting */

/** Kinds of which a later one of an item takes the place of an earlier one. */
const LAST_WINS = ["answer", "reflection"];

/** @param {Happening} event */
function spotOf({ kind, item, activity }) {
  return JSON.stringify([kind, item, activity]);
}

/** An event is sent, and the kernel has been silent about it, or holds it because the disk takes nothing. */
/** @typedef {"sent" | "silent" | "held"} Way */

/**
 * What this page sent and is not on the disk yet, over all widgets; the lesson view hears of each change.
 * @type {Map<string, Way>}
 */
const ways = new Map();

function announce() {
  const silent = [...ways.values()].includes("silent");
  window.dispatchEvent(new CustomEvent("helpkit-kept", { detail: { waiting: ways.size, silent } }));
}

/** @param {string} key */
function track(key) {
  ways.set(key, "sent");
  announce();
}

/** A reply may come, or fail to come, for an event that a later one has replaced. @param {string} key @param {Way} way */
function mark(key, way) {
  if (ways.has(key)) ways.set(key, way);
  announce();
}

/** On the disk, or no longer waited for. @param {Iterable<string>} keys */
function release(keys) {
  for (const key of keys) ways.delete(key);
  announce();
}

/** The journal writes what it holds before anything that is newer. */
function releaseHeld() {
  release([...ways].filter(([, way]) => way === "held").map(([key]) => key));
}

function token() {
  return Math.random().toString(36).slice(2, 8);
}

export class Outbox {
  /** @type {Map<string, Happening>} what this view sent and the browser still keeps */
  #kept = new Map();
  /** @type {Map<string, Waiting>} */
  #waiting = new Map();
  /** @type {Map<string, (reply: Reply | null) => void>} */
  #questions = new Map();
  #last = 0;

  /**
   * @param {Model} model @param {(problem: string) => void} tell
   * @param {() => number} complaints how often the widget itself has told something
   */
  constructor(model, tell, complaints) {
    this.#model = model;
    this.#tell = tell;
    this.#complaints = complaints;
    this.#store = storage(`${model.get("place")}.out`);
    model.on("msg:custom", this.#receive);
  }

  #model;
  #tell;
  #complaints;
  #store;

  /** @param {Happening} event @returns {Promise<boolean>} whether it is on disk */
  send = (event) => {
    const key = this.#stamp();
    this.#store.put(key, event);
    this.#replace(event);
    return this.#dispatch(key, event);
  };

  /**
   * For something that need not be kept.
   * @param {Happening} event @returns {Promise<Reply | null>} null for a closed channel
   */
  ask = (event) =>
    new Promise((done) => {
      const id = `${event.kind}-${token()}`; // every view of the model hears every reply
      this.#questions.set(id, done);
      try {
        this.#model.send({ id, event });
      } catch {
        this.#settle(id, null); // what is on the page stays as it is
      }
    });

  /** Send what an earlier kernel never acknowledged. */
  resend() {
    for (const key of this.#store.keys("")) this.#dispatch(key, this.#store.get(key));
  }

  /** What was sent and not acknowledged, by this view or an earlier one. @returns {Happening[]} */
  unacknowledged = () => this.#store.keys("").map((key) => this.#store.get(key));

  stop() {
    this.#model.off("msg:custom", this.#receive);
    for (const { timer } of this.#waiting.values()) clearTimeout(timer);
    release(this.#kept.keys());
  }

  /** Keys are sent again in their order, which is that of the steps also when the clock is set back. */
  #stamp() {
    const newest = parseInt(this.#store.keys("").at(-1) ?? "0", 36);
    this.#last = Math.max(Date.now(), this.#last + 1, newest + 1);
    return `${this.#last.toString(36).padStart(9, "0")}-${token()}`;
  }

  /** An answer that got lost on the way and was given anew must not be sent again and win. @param {Happening} event */
  #replace(event) {
    if (!LAST_WINS.includes(event.kind)) return;
    for (const [key, old] of this.#kept) if (spotOf(old) === spotOf(event)) this.#drop(key);
  }

  /** @param {string} key */
  #drop(key) {
    this.#store.drop(key);
    this.#kept.delete(key);
    release([key]);
  }

  /** @param {string} key @param {Happening} event @returns {Promise<boolean>} */
  #dispatch(key, event) {
    return new Promise((done) => {
      this.#kept.set(key, event);
      track(key);
      const timer = window.setTimeout(() => this.#silent(key), KERNEL_SILENT);
      this.#waiting.set(key, { timer, before: this.#complaints(), done });
      try {
        this.#model.send({ id: key, event });
      } catch {
        this.#silent(key); // a closed channel: the event stays here and goes out at the next start
      }
    });
  }

  /** @param {string} key */
  #silent(key) {
    mark(key, "silent");
    this.#tell(this.#model.get("words")[this.#store.safe(key) ? "kernel-silent" : "kernel-silent-full"]);
  }

  /** @param {string} id @param {Reply | null} reply */
  #settle(id, reply) {
    this.#questions.get(id)?.(reply);
    this.#questions.delete(id);
  }

  /** @param {Reply} reply */
  #acknowledge({ id, saved }) {
    if (!saved) return mark(id, "held");
    this.#drop(id);
    releaseHeld();
  }

  /** @param {Reply} reply */
  #receive = (reply) => {
    this.#settle(reply.id, reply);
    const waiting = this.#waiting.get(reply.id);
    if (!waiting) return;
    clearTimeout(waiting.timer);
    this.#waiting.delete(reply.id);
    this.#acknowledge(reply);
    // That all is well with an earlier step takes back nothing that was said since it was sent.
    if (reply.problem || waiting.before === this.#complaints()) this.#tell(reply.problem);
    // The new state was sent before this reply, and the front end unpacks it in promises: let them finish.
    setTimeout(() => waiting.done(Boolean(reply.saved && !reply.refused)));
  };
}
