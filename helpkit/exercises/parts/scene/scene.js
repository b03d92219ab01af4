// @ts-check
import { h, mount, uid } from "../../../frontend/shared.js";
import { clock } from "../../../frontend/draft.js";
import { kept, onTurningAway } from "../../../frontend/text_field.js";
import { newestOnly } from "../../../frontend/latest.js";
import { sceneFaults, sceneNeeds } from "./scene_faults.js";
import { scenePlay } from "./scene_preview.js";

/** From this share of the room on the learner is told how much is left. */
const NEARLY_FULL = 0.85;

/** How many bytes a text takes in a hand-in. @param {string} text */
export function weight(text) {
  return new TextEncoder().encode(JSON.stringify(text)).length;
}

/** Where a line begins and ends in a text; lines are counted from 1. @param {string} text @param {number} line */
export function lineAt(text, line) {
  const before = text.split("\n").slice(0, line - 1);
  const start = before.join("\n").length + (before.length ? 1 : 0);
  const end = text.indexOf("\n", start);
  return [Math.min(start, text.length), end < 0 ? text.length : end];
}

/** The field with all that belongs to it. @param {any} ui @param {(text: string) => void} check */
function editor(ui, check) {
  const id = uid("scene");
  const status = h("p", { class: "hk-soft hk-small hk-status" });
  const caret = h("p", { class: "hk-soft hk-small hk-caret" });
  const size = h("p", { id: `${id}-size`, class: "hk-size", role: "status" });
  const hint = h("p", { id: `${id}-hint`, class: "hk-soft hk-small" }, ui.t("field-hint"));
  const field = h("textarea", {
    id,
    rows: 24,
    spellcheck: "false",
    autocapitalize: "off",
    autocomplete: "off",
    "data-key": "text",
    "aria-describedby": `${id}-hint ${id}-size`,
    oninput: () => changed(),
    onrest: () => keeper.save(),
    onblur: () => keeper.save(),
    onkeydown: (/** @type {KeyboardEvent} */ event) => saveAtOnce(event),
  });
  const share = (/** @type {string} */ text) => Math.max(text.length / ui.view.longest, text.length < 4 * ui.view.longest ? weight(text) / ui.view.room : 0);
  const fits = (/** @type {string} */ text) => share(text) <= 1;
  const saveAtOnce = (/** @type {KeyboardEvent} */ event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s") return;
    event.preventDefault();
    keeper.rest();
  };
  const standing = () => {
    const how = keeper.standing();
    if (how !== "saved") return ui.t(how);
    if (!field.value) return "";
    const { date, time, today } = clock(ui.state().at, ui.root.lang);
    return ui.t(today ? "saved-today" : "saved-before", { date, time });
  };
  const filled = () => {
    const part = share(field.value);
    size.className = part > 1 ? "hk-size hk-problem" : "hk-size";
    if (part <= NEARLY_FULL) return "";
    return ui.t(part > 1 ? "too-long" : "nearly-full", { percent: Math.round(100 * part) });
  };
  const show = () => {
    status.textContent = standing();
    const told = filled();
    if (size.textContent !== told) size.textContent = told;
  };
  const where = () => {
    const lines = field.value.split("\n").length;
    const line = field.value.slice(0, field.selectionStart).split("\n").length;
    caret.textContent = field.value ? ui.t("caret", { line, lines }) : "";
  };
  const keeper = kept(ui, {
    item: ui.view.item,
    field,
    happening: (value) => ({ kind: "reflection", item: ui.view.item, value, private: false }),
    saved: () => ui.state(),
    show,
    fits,
  });
  const changed = () => {
    keeper.typed();
    checkNow();
  };
  let checked = ""; // the preview of an empty field is there already
  const checkNow = () => {
    where();
    if (field.value === checked || !fits(field.value)) return;
    checked = field.value;
    check(field.value);
  };
  const put = (/** @type {string} */ text) => {
    keeper.put(text);
    checkNow();
    field.focus();
    field.setSelectionRange(0, 0);
    field.scrollTop = 0;
  };
  const go = (/** @type {number} */ line) => {
    const [start, end] = lineAt(field.value, line);
    field.focus();
    field.setSelectionRange(start, start); // scrolls there, which a selection does not
    field.setSelectionRange(start, end);
    where();
  };
  for (const event of ["keyup", "click", "focus"]) field.addEventListener(event, where);
  const node = h(
    "div",
    { class: "hk-editor" },
    h("label", { for: id }, ui.t("field")),
    hint,
    field,
    h("div", { class: "hk-under" }, caret, status),
    size,
    keeper.other,
    example(ui, () => field.value, put),
  );
  return { node, keeper, show, put, go, checkNow };
}

/**
 * The scene to begin with; over a text that is there it comes only when asked for twice, and back
 * again comes that text.
 * @param {any} ui @param {() => string} text @param {(text: string) => void} put
 */
function example(ui, text, put) {
  let before = "";
  const box = h("div", { class: "hk-example" });
  const button = (/** @type {string} */ key, /** @type {() => void} */ onclick) => h("button", { type: "button", "data-key": key, onclick }, ui.t(key));
  const rest = () =>
    box.replaceChildren(
      h("div", { class: "hk-row" }, button("put-example", wish), before ? button("put-back", back) : null || ""),
    );
  const take = () => {
    before = text().trim() ? text() : "";
    put(ui.view.example);
    rest();
    ui.say(ui.t(before ? "replaced" : "put-in"));
  };
  const back = () => {
    const old = before;
    before = "";
    put(old);
    rest();
  };
  const keep = () => {
    rest();
    /** @type {any} */ (box.querySelector("button")).focus();
  };
  const wish = () => {
    if (!text().trim() || text() === ui.view.example) return take();
    box.replaceChildren(
      h("div", { class: "hk-panel", role: "group", "aria-label": ui.t("put-example") }, h("p", {}, ui.t("replace-what")), h("div", { class: "hk-row" }, button("keep-mine", keep), button("replace", take))),
    );
    /** @type {any} */ (box.querySelector("button")).focus();
  };
  rest();
  return box;
}

/** @param {{ model: any, el: HTMLElement }} where */
function render(where) {
  return mount("scene", where, (/** @type {any} */ ui) => {
    const newest = newestOnly(ui, ui.view.item, () => settled());
    const field = editor(ui, (text) => {
      newest.send(text);
      settled();
    });
    const preview = () => ui.model.get("preview");
    const faults = sceneFaults(ui, field.go);
    const needs = sceneNeeds(ui);
    const play = scenePlay(ui);
    const beside = h("div", { class: "hk-preview", role: "region", "aria-label": ui.t("preview") }, faults.node, needs.node, play.node);
    const settled = () => beside.setAttribute("aria-busy", String(newest.busy()));
    const told = h("p", { class: "hk-came-back", role: "status" });
    ui.body.append(told, h("div", { class: "hk-bench" }, field.node, beside));
    const draw = () => {
      const now = preview();
      faults.show(now);
      needs.show(now);
      play.show(now.scene);
    };
    ui.model.on("change:preview", draw);
    if (field.keeper.restore()) told.textContent = ui.t("draft-back");
    draw();
    ui.follow(() => {
      field.keeper.receive();
      field.show();
      field.checkNow();
    });
    ui.refreshWhenSeen();
    const away = onTurningAway(() => [field.keeper]);
    return () => {
      ui.model.off("change:preview", draw);
      newest.stop();
      away();
    };
  });
}

export default { render };
