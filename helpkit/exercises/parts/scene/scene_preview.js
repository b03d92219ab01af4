// @ts-check
import { focusOn, h, refill } from "../../../frontend/shared.js";

/** @typedef {{ id: string, says: string, form: string, effect: any, next: string, why: string }} Reply */
/** @typedef {{ node: string, choice: string }} Turn */

/** So many lines of a large scene are listed. */
const LISTED = 60;

/**
 * How far a conversation can still go the way it went, when the scene has changed under it.
 * @param {any} scene @param {Turn[]} turns
 */
export function walkable(scene, turns) {
  const whole = [];
  let at = scene.first;
  for (const turn of turns) {
    const node = scene.nodes.find((/** @type {any} */ one) => one.id === at);
    const choice = node?.choices.find((/** @type {Reply} */ one) => one.id === turn.choice);
    if (turn.node !== at || !choice) break;
    whole.push(turn);
    at = choice.next;
  }
  return { turns: whole, at };
}

/** The scene in small: choose a reply, see what comes of it, go back. @param {any} ui */
export function scenePlay(ui) {
  /** @type {any} */
  let scene = null;
  let read = false;
  /** @type {Turn[]} */
  let turns = [];
  const stage = h("div", { class: "hk-small-stage" });
  const stale = h("p", { class: "hk-soft hk-small", role: "status" });
  const list = h("div", {});
  const all = h("details", { ontoggle: () => lines() }, h("summary", {}, ui.t("all-lines")), list);
  const node = h("section", { class: "hk-tried" }, h("h4", {}, ui.t("try")), stale, stage, all);

  const find = (/** @type {string} */ id) => scene.nodes.find((/** @type {any} */ one) => one.id === id);
  const line = (/** @type {string} */ who, /** @type {string} */ says, /** @type {string} */ kind) =>
    h("p", { class: `hk-said ${kind}` }, h("span", { class: "hk-who" }, who), says);
  const priced = (/** @type {Reply} */ { effect, form, why }) =>
    h("p", { class: "hk-soft hk-small hk-why" }, ui.t("moved", { ...effect, form }), " ", why);
  const go = (/** @type {Turn[]} */ next, /** @type {string} */ focus) => {
    turns = next;
    show();
    focusOn(node, focus);
  };
  const reply = (/** @type {string} */ at, /** @type {Reply} */ one) =>
    h("button", { type: "button", class: "hk-reply", "data-key": `reply-${at}-${one.id}`, onclick: () => go([...turns, { node: at, choice: one.id }], "now") }, one.says);
  const past = (/** @type {Turn} */ turn) => {
    const spot = find(turn.node);
    const choice = spot.choices.find((/** @type {Reply} */ one) => one.id === turn.choice);
    return [line(scene.client, spot.says, "hk-theirs"), line(scene.helper, choice.says, "hk-mine"), priced(choice)];
  };
  const now = (/** @type {string} */ at) => {
    const spot = find(at);
    if (spot) return [line(scene.client, spot.says, "hk-theirs"), h("div", { class: "hk-replies", role: "group", "aria-label": ui.t("replies", { helper: scene.helper }) }, spot.choices.map((/** @type {Reply} */ one) => reply(at, one)))];
    const ending = scene.endings.find((/** @type {any} */ one) => one.id === at);
    if (!ending) return [h("p", { class: "hk-panel" }, ui.t("nowhere", { id: at }))];
    const kind = ending.kind ? ui.t(`kind-${ending.kind}`) : ui.t("kind-unknown");
    return [h("div", { class: "hk-panel" }, h("p", {}, h("strong", {}, kind), " ", ending.says), h("p", {}, h("strong", {}, ui.t("hidden", { client: scene.client })), " ", scene.hidden))];
  };
  const show = () => {
    all.hidden = !scene;
    stale.textContent = scene && !read ? ui.t("as-last-read") : "";
    if (!scene) return refill(stage, h("p", { class: "hk-soft" }, ui.t("not-playable")));
    const way = walkable(scene, turns);
    turns = way.turns;
    const back = turns.length
      ? h("div", { class: "hk-row" }, h("button", { type: "button", "data-key": "step-back", onclick: () => go(turns.slice(0, -1), "now") }, ui.t("step-back")), h("button", { type: "button", "data-key": "from-start", onclick: () => go([], "now") }, ui.t("from-start")))
      : null;
    refill(stage, h("p", { class: "hk-setting" }, h("strong", {}, scene.title), " ", scene.setting), turns.map(past), h("div", { "data-key": "now", tabindex: "-1" }, now(way.at)), back);
    lines();
  };
  const entry = (/** @type {any} */ one) =>
    h("li", {}, h("code", {}, one.id), " ", one.says, h("ul", {}, one.choices.map((/** @type {Reply} */ choice) => h("li", {}, choice.says, " ", h("span", { class: "hk-soft hk-small" }, `(${choice.form})`), " ", ui.t("leads-to"), " ", h("code", {}, choice.next)))));
  const lines = () => {
    if (!scene || !all.open) return list.replaceChildren();
    const more = scene.nodes.length - LISTED;
    list.replaceChildren(
      h("ul", { class: "hk-lines" }, scene.nodes.slice(0, LISTED).map(entry), scene.endings.slice(0, LISTED).map((/** @type {any} */ one) => h("li", {}, h("code", {}, one.id), " ", one.says))),
      more > 0 ? h("p", {}, ui.t("more-lines", { more })) : "",
    );
  };
  return {
    node,
    /** @param {any} next the scene, or null if it cannot be read just now */
    show: (next) => {
      read = Boolean(next);
      scene = next ?? scene;
      show();
    },
  };
}
