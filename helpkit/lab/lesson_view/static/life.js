// @ts-check
// Brings a lesson to life: runs its cells, joins a kernel that runs them already, and starts a dead one again.
import { hasWidgets, openChannel } from "./channel.js";
import { isUnchanged } from "./course.js";
import { showWidgets } from "./outputs.js";

/** @import { Cell, Entry, Jupyter, Kernel, News, Panel } from "./types.js" */
/** @import { Store } from "./store.js" */

const DEAD = ["dead", "restarting", "autorestarting", "terminating"];
/** How long a kernel that the server starts again may take, in milliseconds. */
const TO_RESTART = 20_000;
const BETWEEN_LOOKS = 50;
/** How long a page may take for the cells that it sends together. */
const A_HANDFUL = 2500;
/** A call of a verb, as in `ch1.sort("metaphors")`. */
const VERB = /^\w+\.\w+\(/m;
/** Cells that are sent together: what a learner does waits behind them in the kernel. */
const AT_ONCE = 4;
/**
 * What lies beside a notebook could call itself helpkit, or json. Python would take that for ours, and nobody has
 * asked for it: so the folder is no place to import from. `helpkit lab` starts its kernels like that.
 */
const LEAVE_FOLDER = "import sys; sys.path[:] = filter(None, sys.path)";
/** Notebooks with cells of today; a second view of one shows the same cells. */
const begun = new WeakSet();
/** A cell of ours that fails does not keep the others from running. */
const GO_ON = { tags: ["raises-exception"] };

/** @param {Kernel} kernel */
function answers({ connectionStatus, status }) {
  return connectionStatus === "connected" && ["idle", "busy"].includes(status);
}

/**
 * Whether a kernel answers before long. One that died is started again by its server; who restarts it
 * meanwhile can get a connection that never answers.
 * @param {Kernel} kernel
 */
async function isReady(kernel) {
  const end = Date.now() + TO_RESTART;
  while (!answers(kernel) && kernel.status !== "dead" && Date.now() < end) {
    await new Promise((next) => setTimeout(next, BETWEEN_LOOKS));
  }
  return answers(kernel);
}

export class Life {
  /** @type {((message: Record<string, unknown>) => void) | null} */
  #tell = null;
  /** @type {Record<string, unknown>[]} */
  #unsaid = [];
  /** @type {Set<Cell>} */
  #running = new Set();
  /** @type {Record<string, string[]>} */
  #shown = {};
  #isStarting = false;

  /**
   * @param {Panel} panel @param {Jupyter} jupyter @param {Entry} entry @param {Store} store
   * @param {{ order: (cells: Cell[]) => { first: Cell[], later: Cell[] }, hear: (news: News) => void }} lesson
   * what must come first, and who hears of news
   */
  constructor(panel, jupyter, entry, store, lesson) {
    this.#panel = panel;
    this.#jupyter = jupyter;
    this.#entry = entry;
    this.#store = store;
    this.#lesson = lesson;
    panel.sessionContext.statusChanged.connect((_, status) => DEAD.includes(status) && this.#stop());
    panel.sessionContext.kernelChanged.connect(() => this.#stop());
  }

  #panel;
  #jupyter;
  #entry;
  #store;
  #lesson;

  get #code() {
    return this.#panel.content.widgets.filter(({ model }) => model.type === "code");
  }

  /** Run it if it is as we made it; any other waits to be asked. */
  begin() {
    const { context } = this.#panel;
    if (!begun.has(context)) for (const cell of this.#code) showWidgets(cell, []); // those of another day are dead
    begun.add(context);
    if (isUnchanged(this.#entry, this.#panel.content.model)) return this.start();
    this.#store.set({ phase: "changed" });
  }

  /** When nothing is on its way any more. */
  settled = Promise.resolve();

  /** Run or join; what goes wrong is said in the bar. */
  start() {
    if (!this.#isStarting) this.settled = this.#start();
    return this.settled;
  }

  async #start() {
    this.#isStarting = true;
    this.#store.set({ phase: "starting" });
    try {
      await this.#panel.sessionContext.ready;
      await this.#wake();
      await this.#live();
    } catch (error) {
      console.error(error);
      this.#tell = null;
      this.#store.set({ phase: this.#store.view.phase === "alive" ? "stopped" : "failed" });
    } finally {
      this.#isStarting = false;
    }
  }

  /** Away with a kernel that does not answer, and on with another. */
  async startAgain() {
    if (this.#isStarting) return;
    this.#store.set({ phase: "stopped", silent: false });
    await this.#restart().catch((error) => console.error(error)); // what is the matter is said by what follows
    await this.start();
  }

  /** What is said before there is a line to the kernel is kept. @param {Record<string, unknown>} message */
  tell(message) {
    if (this.#tell) this.#tell(message);
    else this.#unsaid.push(message);
  }

  /** @param {Kernel} kernel */
  async #join(kernel) {
    this.#tell = await openChannel(kernel, this.#hear);
    if (this.#tell) for (const message of this.#unsaid.splice(0)) this.#tell(message);
  }

  #stop() {
    if (this.#isStarting || this.#store.view.phase !== "alive") return;
    this.#tell = null;
    this.#store.set({ phase: "stopped" });
  }

  /**
   * See to it that there is a kernel. One that never answers may have lost its ports to another program, and a
   * restart would give it the same ones: so it makes way for a new kernel.
   */
  async #wake() {
    const { sessionContext } = this.#panel;
    const kernel = sessionContext.session?.kernel;
    if (!kernel || kernel.status === "dead") return this.#restart();
    if (await isReady(kernel)) return;
    if (kernel.status === "dead") return this.#restart();
    await this.#change();
  }

  /** Another kernel, with ports of its own. */
  async #change() {
    const { sessionContext } = this.#panel;
    const { name = "python3" } = sessionContext.kernelPreference;
    await sessionContext.changeKernel({ name });
  }

  /** After the server itself was started again it knows neither kernel nor session: then both are new. */
  async #restart() {
    const { sessionContext } = this.#panel;
    const change = () => this.#change();
    const forget = () => sessionContext.shutdown().catch((error) => console.error(error)); // it is gone already
    const again = sessionContext.session?.kernel ? sessionContext.restartKernel() : change();
    await again.catch(change).catch(() => forget().then(change));
  }

  async #live() {
    const kernel = /** @type {Kernel} */ (this.#panel.sessionContext.session?.kernel);
    this.#listenTo(kernel);
    this.#tell = null;
    if (await hasWidgets(kernel)) await this.#join(kernel);
    const isJoined = Boolean(this.#tell);
    if (isJoined) await this.#letOthersRun();
    else await this.#runFirst(kernel);
    await this.#runAll(this.#missing(isJoined));
    if (!this.#tell) await this.#join(kernel);
  }

  get #isOurs() {
    return isUnchanged(this.#entry, this.#panel.content.model);
  }

  /** The first cell makes the lesson, which says where the learner was: that part then comes first. @param {Kernel} kernel */
  async #runFirst(kernel) {
    this.#shown = {};
    if (!this.#isOurs) return;
    await kernel.requestExecute({ code: LEAVE_FOLDER, silent: true, store_history: false }).done;
    await this.#run(this.#code[0]);
    await this.#join(kernel);
    if (!this.#tell) throw new Error("The first cell made no lesson.");
  }

  /** Run a cell; what the kernel says of it meanwhile is older. @param {Cell} cell @param {Record<string, unknown>} [how] */
  async #run(cell, how = {}) {
    this.#running.add(cell);
    try {
      await this.#jupyter.CodeCell.execute(cell, this.#panel.sessionContext, how);
    } finally {
      this.#running.delete(cell);
    }
  }

  /** @param {News} news */
  #hear = (news) => {
    this.#shown = news.shown ?? this.#shown;
    this.#match();
    this.#lesson.hear(news);
  };

  /** Show what the kernel shows: another page may have run a cell again. */
  #match() {
    for (const cell of this.#code) {
      const ids = this.#shown[cell.model.id];
      if (ids && !this.#running.has(cell)) showWidgets(cell, ids);
    }
  }

  /** @param {Kernel} kernel */
  #listenTo(kernel) {
    const look = () => this.#store.set({ connected: kernel.connectionStatus === "connected" });
    kernel.connectionStatusChanged.connect(look);
    look();
  }

  /** A page that came before may still be running the lesson: what it is about to run is not run twice. */
  async #letOthersRun() {
    let missing = this.#missing(true);
    if (!this.#lesson.order(missing).first.length) this.#store.set({ phase: "alive" });
    for (let before = Infinity; missing.length && missing.length < before; missing = this.#missing(true)) {
      before = missing.length;
      await new Promise((next) => setTimeout(next, A_HANDFUL));
    }
  }

  /** What this kernel does not show yet: a page that was closed early leaves a lesson half run. @param {boolean} isJoined */
  #missing(isJoined) {
    const hidden = this.#code.filter(({ model }) => !this.#shown[model.id]);
    const [first, ...others] = this.#code;
    if (!isJoined) return this.#isOurs ? others.filter((cell) => hidden.includes(cell)) : [first, ...others];
    // A cell without a verb of ours, such as an example in Python, is not run a second time.
    return hidden.filter(({ model }) => VERB.test(model.sharedModel.getSource()));
  }

  /** What is on the screen comes first; the lesson is alive when it is there. @param {Cell[]} cells */
  async #runAll(cells) {
    const isOurs = this.#isOurs;
    const run = (/** @type {Cell[]} */ some) => Promise.all(some.map((cell) => this.#run(cell, isOurs ? GO_ON : {})));
    let { first, later } = isOurs ? this.#lesson.order(cells) : { first: cells, later: [] };
    await run(first);
    this.#store.set({ phase: "alive" });
    while (later.length && !this.#panel.isDisposed) {
      ({ first, later } = this.#lesson.order(later)); // the learner may have gone on meanwhile
      const soon = [...first, ...later];
      await run(soon.slice(0, AT_ONCE));
      later = soon.slice(AT_ONCE);
    }
    if (this.#panel.isDisposed) return;
    this.#panel.context.model.dirty &&= !isOurs; // widgets are not saved, so there is nothing to save
  }
}
