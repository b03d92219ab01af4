// @ts-check
import { focusOn, h, refill } from "./dom.js";

/** @import { Drawn } from "./types.js" */

/**
 * @template Move
 * @typedef {import("./types.js").Ui<{ longest: number }, { moves: Move[] } & Drawn>} Ui
 */

/**
 * What was done so far, the way back, and some that are worth a try. What was pressed last stands
 * while Python is still being told of it.
 * @template Move
 */
export class MoveList {
  node = h("div", { class: "hk-moves" });
  #ui;
  #tries;
  #first;
  #moves;
  #sending = 0;

  /**
   * @param {Ui<Move>} ui @param {{ key: string, name: string, moves: Move[] }[]} tries
   * @param {string} first where the focus goes when nothing is left
   */
  constructor(ui, tries, first) {
    this.#ui = ui;
    this.#tries = tries;
    this.#first = first;
    this.#moves = ui.state().moves;
  }

  get moves() {
    return this.#moves;
  }

  /** @param {Move} move */
  add(move) {
    return this.#put([...this.#moves, move]);
  }

  /** @param {Move[]} moves */
  async #put(moves) {
    const { view, state, tell, t, send, say } = this.#ui;
    if (moves.length > view.longest) return tell(t("full", { longest: view.longest }));
    this.#moves = moves;
    this.#sending += 1;
    await send({ kind: "answer", item: "moves", value: moves });
    this.#sending -= 1;
    this.show();
    say(state().picture.sentences.join(" "));
  }

  /** @param {string} key @param {string} text @param {() => Move[]} wanted what there shall be */
  #button(key, text, wanted) {
    const press = async () => {
      await this.#put(wanted());
      focusOn(this.#ui.root, this.#moves.length ? key : this.#first);
    };
    return h("button", { type: "button", "data-key": key, onclick: press }, text);
  }

  #soFar() {
    const { t, state } = this.#ui;
    if (!this.#moves.length) return h("p", { class: "hk-soft" }, t("none-yet"));
    const sentences = state().picture.rows.slice(1);
    const undo = this.#button("undo", t("undo"), () => this.#moves.slice(0, -1));
    const list = h(
      "ol",
      {},
      sentences.map(({ header }) => h("li", {}, header)),
    );
    return [
      list,
      h(
        "div",
        { class: "hk-row" },
        undo,
        this.#button("clear", t("clear"), () => []),
      ),
    ];
  }

  show() {
    const { t, state } = this.#ui;
    if (!this.#sending) this.#moves = state().moves;
    refill(
      this.node,
      h("h4", {}, t("so-far")),
      this.#soFar(),
      h("p", { class: "hk-soft hk-small" }, t("or-try")),
      h(
        "div",
        { class: "hk-row" },
        this.#tries.map(({ key, name, moves }) => this.#button(key, name, () => moves)),
      ),
    );
  }
}
