// @ts-check
// What is changed in the form on its way into the text. Each change goes to Python with the text as it
// is then and comes back as a new text; when somebody has typed in the text meanwhile, it goes out
// again with that one. What is typed into a field is kept in the browser until it is in the text.
import { uid } from "../../../frontend/dom.js";
import { HAND_RESTS, KERNEL_SILENT } from "../../../frontend/pauses.js";

/**
 * @typedef {import("../../../frontend/types.js").SceneEdit} Edit
 * @typedef {import("../../../frontend/types.js").Ui<View, State>} Ui
 * @typedef {{ item: string, example: string, longest: number, room: number,
 *   forms: { id: string, name: string }[], kinds: string[] }} View
 * @typedef {{ text: string, at: string, held: boolean }} State
 * @typedef {string | number | null} Value
 * @typedef {{ op: string, where: string[], value: Value }} Operation
 */

const DRAFT = "form";

/** @param {string[]} where */
const keyOf = (where) => JSON.stringify(where);

/** @param {Operation} operation @param {Operation} other */
function isSameField(operation, other) {
  return operation.op === "set" && other.op === "set" && keyOf(operation.where) === keyOf(other.where);
}

export class Operations {
  /** @type {Map<string, Operation>} what is typed and waits for the hand to rest */
  #typed = new Map();
  /** @type {Operation[]} */
  #queue = [];
  /** @type {{ id: string, operation: Operation, text: string } | null} */
  #flying = null;
  /** @type {string | null} a text that cannot be read: until there is another, all wait */
  #unreadable = null;
  #resting = 0;
  #patience = 0;
  #silent = false;
  #ui;
  #editor;
  #done;

  /**
   * @param {Ui} ui @param {{ text: () => string, fits: () => boolean }} editor what stands in the field
   * @param {(operation: Operation, edit: Edit, before: string) => void} done
   */
  constructor(ui, editor, done) {
    this.#ui = ui;
    this.#editor = editor;
    this.#done = done;
    for (const operation of ui.drafts.get(DRAFT) ?? []) this.#typed.set(keyOf(operation.where), operation);
    if (this.#typed.size) this.#rest();
  }

  /** How many changes are not in the text yet. */
  get waiting() {
    return this.#typed.size + this.#queue.length;
  }

  /** What stands in a field and is not in the text yet; undefined if nothing is. @param {string[]} where */
  pending(where) {
    const operation = { op: "set", where, value: null };
    const sent = this.#queue.findLast((each) => isSameField(each, operation));
    return (this.#typed.get(keyOf(where)) ?? sent)?.value;
  }

  /** A field has changed under the hand. @param {string[]} where @param {Value} value */
  type(where, value) {
    this.#typed.set(keyOf(where), { op: "set", where, value });
    this.#keep();
    this.#rest();
  }

  #rest() {
    clearTimeout(this.#resting);
    this.#resting = window.setTimeout(() => this.flush(), HAND_RESTS);
  }

  /** What is typed goes into the text now. */
  flush() {
    clearTimeout(this.#resting);
    const typed = [...this.#typed.values()];
    this.#typed.clear();
    for (const operation of typed) this.#enqueue(operation);
    this.next();
  }

  /** @param {string} op @param {string[]} where @param {Value} [value] */
  make(op, where, value = null) {
    this.flush();
    this.#enqueue({ op, where, value });
    this.next();
  }

  /** Of what waits for one field only the last counts. @param {Operation} operation */
  #enqueue(operation) {
    const isOld = (/** @type {Operation} */ each) => isSameField(each, operation) && each !== this.#flying?.operation;
    this.#queue = [...this.#queue.filter((each) => !isOld(each)), operation];
    this.#keep();
  }

  /** Send the first that waits, if nothing is on its way and the text can be read. */
  next() {
    const [operation] = this.#queue;
    const text = this.#editor.text();
    if (!operation || this.#flying || text === this.#unreadable || !this.#editor.fits()) return;
    const id = uid("edit");
    this.#flying = { id, operation, text };
    this.#listen();
    this.#send({ id, text, ...operation });
  }

  /** @param {Operation & { id: string, text: string }} value */
  async #send(value) {
    const reply = await this.#ui.ask({ kind: "edit", item: this.#ui.view.item, value });
    if (!reply) return; // a closed channel: it waits for the next kernel
    this.#hear();
    if (this.#flying?.id !== value.id || !(reply.refused || reply.saved === false)) return;
    this.#ui.tell(reply.problem);
    this.#settle();
  }

  /** It is silent when an operation has waited for long; take that back when it is heard. */
  #listen() {
    clearTimeout(this.#patience);
    this.#patience = window.setTimeout(() => {
      this.#silent = true;
      this.#ui.tell(this.#ui.t("kernel-silent"));
    }, KERNEL_SILENT);
  }

  #hear() {
    clearTimeout(this.#patience);
    if (this.#silent) this.#ui.tell("");
    this.#silent = false;
  }

  /** The first in the queue is over. */
  #settle() {
    this.#flying = null;
    this.#queue.shift();
    this.#keep();
  }

  /** What has come of an operation. @param {Edit} edit */
  receive(edit) {
    const flying = this.#flying;
    if (!flying || edit.id !== flying.id) return; // that of another view
    this.#unreadable = edit.refusal === "unreadable" ? flying.text : null;
    if (this.#unreadable !== null || this.#editor.text() !== flying.text) {
      this.#flying = null;
    } else {
      this.#settle();
      this.#done(flying.operation, edit, flying.text);
    }
    this.next();
  }

  /** A field is kept; a press of a button is made again by who wants it. */
  #keep() {
    const sets = [...this.#queue.filter(({ op }) => op === "set"), ...this.#typed.values()];
    if (sets.length) this.#ui.drafts.put(DRAFT, sets);
    else this.#ui.drafts.drop(DRAFT);
  }

  /** No reply is heard any more; the browser keeps what was typed. */
  stop() {
    clearTimeout(this.#resting);
    clearTimeout(this.#patience);
  }
}
