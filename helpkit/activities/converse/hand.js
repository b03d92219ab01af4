// @ts-check
import { focusOn } from "../../frontend/dom.js";
import { changes } from "./meters.js";

/** @import { Play, StageUi } from "./types.js" */

/**
 * What this view is at, besides what the journal knows: the move whose answer is not heard yet, the
 * line for which the chairs were changed, and the panel that is open.
 * @typedef {{ unheard: string, seated: string, panel: string }} Local
 * @typedef {StageUi} Ui
 */

/** Which play and how far it is. @param {{ number: number, path: string[] }} play */
export function spot(play) {
  return `${play.number}.${play.path.length}`;
}

/** What the hand can do. */
export class Hand {
  #ui;
  #local;
  #show;
  #busy = false;

  /** @param {Ui} ui @param {Local} local @param {() => void} show */
  constructor(ui, local, show) {
    this.#ui = ui;
    this.#local = local;
    this.#show = show;
  }

  /** The play on the stage: without one, all that can be pressed is start. */
  get #play() {
    return /** @type {Play} */ (this.#ui.state().play);
  }

  /**
   * A second press before Python has answered the first would be a move from a line that is gone.
   * @param {() => Promise<void>} act
   */
  async #once(act) {
    if (this.#busy) return;
    this.#busy = true;
    await act().finally(() => (this.#busy = false));
  }

  /** @param {string} item @param {unknown} value */
  #record(item, value) {
    return this.#ui.send({ kind: "answer", item, value });
  }

  /** @param {Partial<Local>} changes @param {string} key where the focus goes */
  #turn(changes, key) {
    Object.assign(this.#local, changes);
    this.#show();
    focusOn(this.#ui.root, key);
  }

  /** Say a line to those who listen. @param {"client" | "helper"} who @param {string | undefined} line */
  #spoken(who, line) {
    const { t, view } = this.#ui;
    return t("speaks", { who: view[who], line });
  }

  #line() {
    const { now } = this.#play;
    this.#show();
    if (!now) return;
    focusOn(this.#ui.root, "line");
    const count = now.choices.length;
    this.#ui.say(`${this.#spoken("client", now.says)} ${this.#ui.t("answers", { count })}`);
  }

  #over() {
    const { ending } = this.#play;
    this.#turn({ panel: "said" }, "ending");
    if (ending) this.#ui.say(`${this.#ui.t(`kind-${ending.kind}`)} ${ending.says}`);
  }

  /** @param {boolean} two @param {string[]} path @param {number[][]} felt */
  async #begin(two, path, felt) {
    const { state, t, tell } = this.#ui;
    const { next } = state();
    if (!next) return tell(t("full"));
    if (!(await this.#record(`${two ? "two" : "alone"}.${next}`, path))) return;
    if (felt.length) await this.#record(`felt.${next}`, felt);
    Object.assign(this.#local, { unheard: "", seated: "", panel: "" });
    this.#line();
  }

  /** @param {boolean} two */
  start(two) {
    return this.#once(() => this.#begin(two, [], []));
  }

  /** @param {number} turns how many stay */
  back(turns) {
    const { two, path, felt } = this.#play;
    return this.#once(() => this.#begin(two, path.slice(0, turns), felt.slice(0, turns)));
  }

  /** @param {string} id */
  choose(id) {
    return this.#once(() => this.#choose(id));
  }

  /** @param {string} id */
  async #choose(id) {
    const { t, say, root, view } = this.#ui;
    const { item, number, path, two } = this.#play;
    if (!(await this.#record(item, [...path, id]))) return focusOn(root, "line"); // it went on elsewhere
    if (!two) this.#local.unheard = `${number}.${path.length + 1}`;
    this.#show();
    const { turns } = this.#play;
    const { answer, meters, why } = turns[turns.length - 1];
    const change = meters ? changes(this.#ui, meters) : "";
    say([this.#spoken("helper", answer), change, why ?? t("hand-over", view)].join(" "));
    focusOn(root, two ? "seated" : "next");
  }

  next() {
    this.#local.unheard = "";
    if (this.#play.ending) this.#over();
    else this.#line();
  }

  sit() {
    const { number, seat } = this.#play;
    this.#turn({ seated: `${number}.${seat?.number}` }, "line");
    this.#ui.say(this.#spoken("helper", seat?.answer));
  }

  /** @param {number[]} felt */
  land(felt) {
    return this.#once(() => this.#land(felt));
  }

  /** @param {number[]} felt */
  async #land(felt) {
    const before = this.#play;
    if (!(await this.#record(`felt.${before.number}`, [...before.felt, felt]))) return;
    this.#ui.tell("");
    const { seat } = this.#play;
    if (before.two && !seat) this.#local.unheard = spot(this.#play);
    if (before.two && seat) this.#local.seated = `${before.number}.${seat.number}`; // a play that began in the middle
    this.#turn({}, seat ? "line" : before.two ? "next" : "traces");
    this.#ui.say(this.#landed(before.two));
  }

  /** @param {boolean} two */
  #landed(two) {
    const { t, view, state } = this.#ui;
    const { seat } = this.#play;
    if (seat) return this.#spoken("helper", seat.answer);
    return two ? t("hand-back", view) : (state().picture?.sentences.join(" ") ?? "");
  }

  takeChair() {
    this.#turn({ panel: "chair" }, "line");
    this.#ui.say(this.#spoken("helper", this.#play.seat?.answer));
  }

  /** Open a panel, or close the one that is open. @param {string} panel */
  toggle(panel) {
    this.#turn({ panel: this.#local.panel === panel ? "" : panel }, `panel-${panel}`);
  }

  async tellAll() {
    await this.#ui.send({ kind: "reveal", item: "unsaid", value: null });
    focusOn(this.#ui.root, "unsaid");
  }

  /** Look at a play again. @param {number} number */
  look(number) {
    return this.#once(async () => {
      await this.#record("now", number);
      this.#turn({ unheard: "", seated: "" }, `look-${number}`);
    });
  }
}
