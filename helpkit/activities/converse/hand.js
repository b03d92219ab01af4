// @ts-check
import { focusOn } from "../../frontend/dom.js";
import { took } from "./clock_left.js";
import { changes } from "./meters.js";
import { timingWords, whoToday } from "./play_words.js";

/** @import { Play, StageUi } from "./types.js" */

/**
 * What this view is at, besides what the journal knows: the move whose answer is not heard yet, the
 * line for which the chairs were changed, the panel that is open, and whether thoughts are shown.
 * @typedef {{ unheard: string, seated: string, panel: string, thoughts: boolean }} Local
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

  /** @param {string} item @param {unknown} value @param {object} [more] */
  #record(item, value, more) {
    return this.#ui.send({ kind: "answer", item, value, ...more });
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
    const { now, earlier } = this.#play;
    this.#show();
    if (!now) return;
    focusOn(this.#ui.root, "line");
    const count = now.choices.length;
    const answers = earlier ? this.#ui.t("earlier") : this.#ui.t("answers", { count });
    this.#ui.say(`${this.#spoken("client", now.says)} ${answers}`);
  }

  #over() {
    const { ending } = this.#play;
    this.#turn({ panel: "said" }, "ending");
    if (!ending) return;
    const { kind, says, person } = ending;
    const who = person ? `${whoToday(this.#ui, person)} ${person.reveal}` : "";
    this.#ui.say(`${this.#ui.t(`kind-${kind}`)}. ${says} ${who}`.trim());
  }

  /** @param {boolean} two @param {string[]} path @param {number[][]} felt @param {object} [more] */
  async #begin(two, path, felt, more) {
    const { state, t, tell } = this.#ui;
    const { next } = state();
    if (!next) return tell(t("full"));
    if (!(await this.#record(`${two ? "two" : "alone"}.${next}`, path, more))) return;
    if (felt.length) await this.#record(`felt.${next}`, felt);
    Object.assign(this.#local, { unheard: "", seated: "", panel: "" });
    this.#line();
  }

  /** @param {boolean} two */
  start(two) {
    return this.#once(() => this.#begin(two, [], []));
  }

  /** Go back to a line, with the same person. @param {number} turns how many stay */
  back(turns) {
    const { number: after, two, path, felt } = this.#play;
    return this.#once(() => this.#begin(two, path.slice(0, turns), felt.slice(0, turns), { after }));
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
    const { answer, meters, why, timing, clock } = turns[turns.length - 1];
    const change = meters ? changes(this.#ui, meters) : "";
    const reason = [why ?? t("hand-over", view), timingWords(this.#ui, timing)];
    say([this.#spoken("helper", answer), change, took(this.#ui, clock), ...reason].filter(Boolean).join(" "));
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

  /** Show what the client thought, or show it no longer. @param {boolean} thoughts */
  think(thoughts) {
    this.#local.thoughts = thoughts;
    this.#show();
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
