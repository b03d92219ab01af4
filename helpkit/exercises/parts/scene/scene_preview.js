// @ts-check
import { focusOn, h, refill } from "../../../frontend/dom.js";

/** @import { Scene, SceneReply, Ui } from "../../../frontend/types.js" */

/**
 * @typedef {SceneReply} Reply
 * @typedef {{ node: string, choice: string }} Turn
 */

/** So many lines of a large scene are listed. */
const LISTED = 60;

/** @param {Scene} scene @param {string} id */
function nodeOf(scene, id) {
  return scene.nodes.find((node) => node.id === id);
}

/**
 * How far a conversation can still go the way it went, when the scene has changed under it.
 * @param {Scene} scene @param {Turn[]} turns
 */
export function walkable(scene, turns) {
  const whole = [];
  let at = scene.first;
  for (const turn of turns) {
    const node = nodeOf(scene, at);
    const choice = node?.choices.find(({ id }) => id === turn.choice);
    if (turn.node !== at || !choice) break;
    whole.push(turn);
    at = choice.next;
  }
  return { turns: whole, at };
}

/** The scene in small: choose a reply, see what comes of it, go back. */
export class ScenePreview {
  /** @type {Scene | null} */
  #scene = null;
  #isRead = false;
  /** @type {Turn[]} */
  #turns = [];
  #ui;
  #stage = h("div", { class: "hk-small-stage" });
  #stale = h("p", { class: "hk-soft hk-small", role: "status" });
  #list = h("div", {});
  #all;

  /** @param {Ui} ui */
  constructor(ui) {
    this.#ui = ui;
    this.#all = h("details", { ontoggle: () => this.#showLines() }, h("summary", {}, ui.t("all-lines")), this.#list);
    const heading = h("h4", {}, ui.t("try"));
    this.node = h("section", { class: "hk-tried" }, heading, this.#stale, this.#stage, this.#all);
  }

  /** @param {Scene | null} scene null if it cannot be read just now: the last one stays */
  show(scene) {
    this.#isRead = Boolean(scene);
    this.#scene = scene ?? this.#scene;
    this.#draw();
  }

  #draw() {
    const { t } = this.#ui;
    const scene = this.#scene;
    this.#all.hidden = !scene;
    this.#stale.textContent = scene && !this.#isRead ? t("as-last-read") : "";
    if (!scene) return refill(this.#stage, h("p", { class: "hk-soft" }, t("not-playable")));
    const way = walkable(scene, this.#turns);
    this.#turns = way.turns;
    refill(
      this.#stage,
      h("p", { class: "hk-setting" }, h("strong", {}, scene.title), " ", scene.setting),
      way.turns.map((turn) => this.#past(scene, turn)),
      h("div", { "data-key": "now", tabindex: "-1" }, this.#now(scene, way.at)),
      way.turns.length ? this.#back() : null,
    );
    this.#showLines();
  }

  /** @param {Turn[]} turns */
  #go(turns) {
    this.#turns = turns;
    this.#draw();
    focusOn(this.node, "now");
  }

  #back() {
    const button = (/** @type {string} */ key, /** @type {Turn[]} */ turns) =>
      h("button", { type: "button", "data-key": key, onclick: () => this.#go(turns) }, this.#ui.t(key));
    return h("div", { class: "hk-row" }, button("step-back", this.#turns.slice(0, -1)), button("from-start", []));
  }

  /** What was said, and what it did. @param {Scene} scene @param {Turn} turn */
  #past(scene, turn) {
    const node = nodeOf(scene, turn.node);
    const choice = node?.choices.find(({ id }) => id === turn.choice);
    if (!node || !choice) return [];
    const { effect, form, why } = choice;
    return [
      line(scene.client, node.says, "hk-theirs"),
      line(scene.helper, choice.says, "hk-mine"),
      h("p", { class: "hk-soft hk-small hk-why" }, this.#ui.t("moved", { ...effect, form }), " ", why),
    ];
  }

  /** @param {Scene} scene @param {string} at */
  #now(scene, at) {
    const node = nodeOf(scene, at);
    if (!node) return this.#ending(scene, at);
    const replies = node.choices.map((reply) => this.#reply(at, reply));
    const label = this.#ui.t("replies", { helper: scene.helper });
    return [
      line(scene.client, node.says, "hk-theirs"),
      h("div", { class: "hk-replies", role: "group", "aria-label": label }, replies),
    ];
  }

  /** @param {string} at @param {Reply} reply */
  #reply(at, { id, says }) {
    const choose = () => this.#go([...this.#turns, { node: at, choice: id }]);
    return h("button", { type: "button", class: "hk-reply", "data-key": `reply-${at}-${id}`, onclick: choose }, says);
  }

  /** @param {Scene} scene @param {string} at */
  #ending({ endings, client, hidden }, at) {
    const { t } = this.#ui;
    const ending = endings.find(({ id }) => id === at);
    if (!ending) return h("p", { class: "hk-panel" }, t("nowhere", { id: at }));
    const kind = ending.kind ? t(`kind-${ending.kind}`) : t("kind-unknown");
    return h(
      "div",
      { class: "hk-panel" },
      h("p", {}, h("strong", {}, kind), " ", ending.says),
      h("p", {}, h("strong", {}, t("hidden", { client })), " ", hidden),
    );
  }

  #showLines() {
    if (!this.#scene || !this.#all.open) return refill(this.#list);
    const { nodes, endings } = this.#scene;
    const more = nodes.length - LISTED;
    refill(
      this.#list,
      h(
        "ul",
        { class: "hk-lines" },
        nodes.slice(0, LISTED).map((node) => this.#entry(node)),
        endings.slice(0, LISTED).map(({ id, says }) => h("li", {}, h("code", {}, id), " ", says)),
      ),
      more > 0 ? h("p", {}, this.#ui.t("more-lines", { more })) : null,
    );
  }

  /** @param {Scene["nodes"][number]} node */
  #entry({ id, says, choices }) {
    const leads = this.#ui.t("leads-to");
    const choice = (/** @type {Reply} */ { says, form, next }) =>
      h("li", {}, says, " ", h("span", { class: "hk-soft hk-small" }, `(${form})`), ` ${leads} `, h("code", {}, next));
    return h("li", {}, h("code", {}, id), " ", says, h("ul", {}, choices.map(choice)));
  }
}

/** @param {string} who @param {string} says @param {string} kind */
function line(who, says, kind) {
  return h("p", { class: `hk-said ${kind}` }, h("span", { class: "hk-who" }, who), says);
}
