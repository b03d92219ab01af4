// @ts-check
import { focusOn, h, refill, uid } from "../../../frontend/dom.js";

import { lineAt, signed, walkable } from "./scene_walk.js";

/** @import { Scene, SceneReply, Ui } from "../../../frontend/types.js" */
/** @typedef {import("./scene_walk.js").Turn} Turn */
/** @typedef {import("./scene_walk.js").Past} Past */
/** @typedef {import("./scene_walk.js").Standing} Standing */

/** So many lines of a large scene are listed. */
const LISTED = 60;

/** The scene in small: choose a reply, see what comes of it, go back. */
export class ScenePreview {
  /** @type {Scene | null} */
  #scene = null;
  #isRead = false;
  /** @type {Turn[]} */
  #turns = [];
  #ui;
  #meet;
  #stage = h("div", { class: "hk-small-stage" });
  #stale = h("p", { class: "hk-soft hk-small", role: "status" });
  #list = h("div", {});
  #all;

  /**
   * @param {Ui} ui @param {(temperament: string) => void} [meet] asks for the client in another temperament
   */
  constructor(ui, meet) {
    this.#ui = ui;
    this.#meet = meet;
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
    const { past, standing } = walkable(scene, this.#turns);
    this.#turns = past.map(({ turn }) => turn);
    refill(
      this.#stage,
      h("p", { class: "hk-setting" }, h("strong", {}, scene.title), " ", scene.setting),
      this.#person(scene),
      past.map((each) => this.#past(scene, each)),
      h("div", { "data-key": "now", tabindex: "-1" }, this.#now(scene, standing)),
      past.length ? this.#back() : null,
    );
    this.#showLines();
  }

  /** Who the client is this time. @param {Scene} scene */
  #person({ client, mood, moods }) {
    if (!moods.length || !this.#meet) return null;
    const meet = this.#meet;
    const options = moods.map(({ id, name }) => h("option", { value: id, selected: id === mood }, name));
    const id = uid("mood");
    const onchange = (/** @type {Event} */ { target }) => {
      this.#turns = [];
      meet(/** @type {HTMLSelectElement} */ (target).value);
    };
    return h(
      "p",
      { class: "hk-person" },
      h("label", { for: id }, this.#ui.t("today", { client })),
      h("select", { id, "data-key": "mood", onchange }, options),
    );
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

  /** What was said, and what it did. @param {Scene} scene @param {Past} past */
  #past(scene, { before, choice, change }) {
    const node = lineAt(scene, before);
    const { t } = this.#ui;
    const [trust, client, helper] = change.map(signed);
    const time = scene.minutes === null ? "" : t("took", { minutes: choice.minutes });
    const moved = [t("moved", { trust, client, helper, form: choice.form }), time, choice.why].filter(Boolean);
    return [
      line(scene.client, node?.says ?? "", "hk-theirs"),
      node?.thinks ? h("p", { class: "hk-soft hk-small hk-thought" }, t("thinks", { text: node.thinks })) : null,
      line(scene.helper, choice.says, "hk-mine"),
      h("p", { class: "hk-soft hk-small hk-why" }, moved.join(" ")),
    ];
  }

  /** @param {Scene} scene @param {Standing} standing */
  #now(scene, standing) {
    const node = lineAt(scene, standing);
    if (!node) return this.#ending(scene, standing.at);
    const replies = node.choices.map((reply) => this.#reply(standing.at, reply));
    const label = this.#ui.t("replies", { helper: scene.helper });
    return [
      line(scene.client, node.says, "hk-theirs"),
      h("p", { class: "hk-soft hk-small" }, this.#time(scene, standing)),
      h("div", { class: "hk-replies", role: "group", "aria-label": label }, replies),
    ];
  }

  /** How many minutes there are. @param {Scene} scene @param {Standing} standing */
  #time({ minutes }, { spent }) {
    return minutes === null ? "" : this.#ui.t("clock", { left: minutes - spent, of: minutes });
  }

  /** @param {string} at @param {SceneReply} reply */
  #reply(at, { id, says }) {
    const choose = () => this.#go([...this.#turns, { node: at, choice: id }]);
    return h("button", { type: "button", class: "hk-reply", "data-key": `reply-${at}-${id}`, onclick: choose }, says);
  }

  /** @param {Scene} scene @param {string} at */
  #ending({ endings, client, hidden, reveal }, at) {
    const { t } = this.#ui;
    const ending = endings.find(({ id }) => id === at);
    if (!ending) return h("p", { class: "hk-panel" }, t("nowhere", { id: at }));
    const kind = ending.kind ? t(`kind-${ending.kind}`) : t("kind-unknown");
    return h(
      "div",
      { class: "hk-panel" },
      h("p", {}, h("strong", {}, kind), " ", ending.says),
      h("p", {}, h("strong", {}, t("hidden", { client })), " ", hidden),
      reveal ? h("p", {}, reveal) : null,
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
    const choice = (/** @type {SceneReply} */ { says, form, next }) =>
      h("li", {}, says, " ", h("span", { class: "hk-soft hk-small" }, `(${form})`), ` ${leads} `, h("code", {}, next));
    return h("li", {}, h("code", {}, id), " ", says, h("ul", {}, choices.map(choice)));
  }
}

/** @param {string} who @param {string} says @param {string} kind */
function line(who, says, kind) {
  return h("p", { class: `hk-said ${kind}` }, h("span", { class: "hk-who" }, who), says);
}
