// @ts-check
import { checkedInput, focusOn, h, refill, uid } from "../../frontend/dom.js";
import { sceneFaults, sceneNeeds } from "../../exercises/parts/scene/scene_faults.js";
import { ScenePreview } from "../../exercises/parts/scene/scene_preview.js";
import { onTurningAway, TextField } from "../../frontend/fields/text_field.js";
import { mount } from "../../frontend/widget.js";

/** @import { Preview } from "../../frontend/types.js" */

/**
 * @typedef {{ part: string, fields: { label: string, text: string }[], blank: boolean,
 *   scene: Preview | null }} Written
 * @typedef {{ longest: number, rubrics: Record<string, { passes: number, of: number, criteria: Criterion[] }> }} View
 * @typedef {{ marker: string, number: number, done: number, unread: string, key: string, at: number, before: string,
 *   after: string, next: string, text: Written, newer: boolean, levels: Record<string, Level>,
 *   earlier: Record<string, { value: string, comment: string }> }} State
 * @typedef {import("../../frontend/types.js").Ui<View, State>} Ui
 * @typedef {import("../../frontend/types.js").Where<View, State>} Where
 */

/**
 * @typedef {{ value: string, comment: string, held: boolean }} Level
 * @typedef {{ id: string, name: string, levels: string[] }} Criterion
 * @typedef {{ node: HTMLElement, id: string, input(value: string): HTMLInputElement | null, focus(): void,
 *   update(): void, comment: TextField }} Row
 */

const NONE = { value: "", comment: "", held: false };

/** What stands for a criterion of the open text. @param {Ui} ui @param {string} item @returns {Level} */
function level(ui, item) {
  return ui.state().levels[item] ?? NONE;
}

/** What was given for an earlier text. @param {Ui} ui @param {string} item @returns {string} */
function earlier(ui, item) {
  const mark = ui.state().earlier?.[item];
  if (!mark) return "";
  const points = ui.t("earlier-points", { points: mark.value });
  return mark.comment ? `${points} ${ui.t("earlier-comment", { comment: mark.comment })}` : points;
}

/** The points together, and the criteria without. @param {Ui} ui @param {Row[]} rows @param {Criterion[]} criteria */
export function tally(ui, rows, criteria) {
  const values = rows.map((row) => level(ui, row.id).value);
  const open = criteria.filter((_, at) => values[at] === "").map(({ name }) => name);
  const points = values.reduce((sum, value) => sum + Number(value), 0);
  return { open, points };
}

/** A comment that is never lost. @param {Ui} ui @param {string} item @param {Criterion} criterion */
function comment(ui, item, criterion) {
  const id = uid("comment");
  const status = h("p", { id: `${id}-status`, class: "hk-soft hk-small" });
  const attributes = {
    id,
    rows: 2,
    maxlength: ui.view.longest,
    "data-key": `comment-${item}`,
    "aria-label": `${ui.t("comment")}: ${criterion.name}`,
    "aria-describedby": `${id}-status`,
  };
  const show = () => {
    const how = text.standing();
    const { value, comment: said } = level(ui, item);
    const waits = how === "saved" && said && !value;
    status.textContent = waits ? ui.t("comment-waits") : how === "saved" ? "" : ui.t(`comment-${how}`);
  };
  const text = new TextField(ui, "textarea", attributes, {
    happening: (value) => ({ item, kind: "reflection", value }),
    saved: () => ({ text: level(ui, item).comment, held: level(ui, item).held }),
    show,
  });
  const node = h("details", { class: "hk-comment" }, h("summary", {}, ui.t("comment")), text.field, status, text.other);
  const restored = text.restore();
  if (restored || text.field.value) node.setAttribute("open", "");
  return { text, node, show };
}

/** @param {Ui} ui @param {string} item @param {Criterion} criterion @param {() => Promise<void>} takeBack */
function backButton(ui, item, criterion, takeBack) {
  return h(
    "button",
    {
      type: "button",
      class: "hk-back hk-small",
      "data-key": `back-${item}`,
      "aria-label": `${ui.t("take-back")}: ${criterion.name}`,
      onclick: takeBack,
    },
    ui.t("take-back"),
  );
}

/** One criterion with its levels. @param {Ui} ui @param {string} item @param {Criterion} criterion @returns {Row} */
function row(ui, item, criterion) {
  const name = uid("level");
  let telling = 0;
  const give = async (/** @type {string | null} */ value) => {
    telling += 1;
    await ui.send({ item, kind: "answer", value });
    telling -= 1;
    update();
  };
  const takeBack = async () => {
    node.querySelector("input")?.focus();
    await give(null);
    ui.say(ui.t("taken-back", { criterion: criterion.name }));
  };
  const option = (/** @type {string} */ says, /** @type {number} */ at) =>
    h(
      "label",
      { class: "hk-option hk-level" },
      h("input", { type: "radio", name, value: at, "data-key": `${item}-${at}`, onchange: () => give(String(at)) }),
      h("span", {}, h("strong", {}, String(at)), " ", says),
    );
  const back = backButton(ui, item, criterion, takeBack);
  const note = comment(ui, item, criterion);
  const before = h("p", { class: "hk-before hk-soft hk-small", dir: "auto" });
  const node = h(
    "fieldset",
    { class: "hk-criterion", "data-criterion": item },
    h("legend", {}, criterion.name),
    before,
    criterion.levels.map(option),
    back,
    note.node,
  );
  const update = () => {
    const { value } = level(ui, item);
    before.textContent = earlier(ui, item);
    back.hidden = value === "";
    note.text.receive();
    note.show();
    if (telling) return;
    for (const input of node.querySelectorAll("input")) input.checked = input.value === value;
  };
  return {
    node,
    id: item,
    update,
    comment: note.text,
    input: (value) => node.querySelector(`input[value="${CSS.escape(value)}"]`),
    focus: () => (checkedInput(node) ?? node.querySelector("input"))?.focus(),
  };
}

/** What was written, as text; a scene can be played as well. @param {Ui} ui @param {Written} text */
function article(ui, text) {
  const heading = uid("text");
  const field = (/** @type {{ label: string, text: string }} */ { label, text: said }) => [
    h("h5", {}, label),
    h("p", { class: text.scene ? "hk-source" : "hk-text" }, said || "–"),
  ];
  const node = h(
    "article",
    { class: "hk-panel hk-written", tabindex: "0", "data-key": "text", "aria-labelledby": heading },
    h("h4", { id: heading }, ui.t("position", { at: ui.state().at, number: ui.state().number })),
    text.blank
      ? h("p", {}, ui.t("blank"))
      : text.scene
        ? scene(ui, text.scene, text.fields.map(field))
        : text.fields.map(field),
  );
  return node;
}

/** @param {Ui} ui @param {Preview} preview @param {HTMLElement[][]} source */
function scene(ui, preview, source) {
  const [play, needs, faults] = [new ScenePreview(ui), sceneNeeds(ui), sceneFaults(ui)];
  play.show(preview.scene);
  for (const part of [needs, faults]) part.show(preview);
  for (const button of faults.node.querySelectorAll("button")) button.replaceWith(button.textContent); // nowhere to go
  return [play.node, needs.node, faults.node, h("details", {}, h("summary", {}, ui.t("source")), source)];
}

/** How far it is, and the ways to other texts. @param {Ui} ui */
function bar(ui) {
  const { number, done, marker, before, after, next, unread } = ui.state();
  const open = (/** @type {string} */ key) => async () => {
    await ui.send({ item: "open", kind: "answer", value: key });
    focusOn(ui.root, "text");
  };
  const way = (/** @type {string} */ name, /** @type {string} */ key) =>
    h("button", { type: "button", "data-key": name, disabled: !key, onclick: open(key) }, ui.t(name));
  return [
    h("progress", { max: number || 1, value: done, "aria-hidden": "true" }),
    h("span", { class: "hk-progress" }, ui.t(done === number ? "all-done" : "progress", { marker, done, number })),
    way("previous", before),
    way("following", after),
    unread ? h("p", { class: "hk-unread" }, ui.t("unread", { students: unread })) : null,
  ];
}

/** The way on, behind the last criterion. @param {Ui} ui @param {string} next */
function onward(ui, next) {
  const go = () => ui.send({ item: "open", kind: "answer", value: next });
  return next
    ? h("button", { type: "button", class: "hk-primary", "data-key": "next-open", onclick: go }, ui.t("next-open"))
    : null;
}

/**
 * A digit gives points: for the criterion that has the focus, or for the first without any.
 * @param {Ui} ui @param {Row[]} rows @param {Criterion[]} criteria @param {KeyboardEvent} event
 */
function press(ui, rows, criteria, event) {
  const { key, target, ctrlKey, altKey, metaKey } = event;
  const from = /** @type {HTMLElement} */ (target);
  if (ctrlKey || altKey || metaKey || !/^[0-9]$/.test(key) || from.matches("textarea, input[type='text']")) return;
  const isOpen = (/** @type {Row} */ row) => !row.node.querySelector("input:checked");
  const at = rows.findIndex(({ node }) => node.contains(from));
  const here = at >= 0 ? at : rows.findIndex(isOpen);
  const input = rows[here]?.input(key);
  if (!input) return;
  event.preventDefault();
  input.click();
  ui.say(ui.t("gave", { criterion: criteria[here].name, points: key }));
  const onto = [...rows.slice(here + 1), ...rows.slice(0, here)].find(isOpen);
  if (onto) onto.focus();
  else focusOn(ui.root, "next-open");
}

/** One text with its rubric. @param {Ui} ui */
function sheet(ui) {
  const { key, marker, text } = ui.state();
  const { criteria, of, passes } = ui.view.rubrics[text.part];
  const rows = criteria.map((criterion) => row(ui, `${key}/${criterion.id}/${marker}`, criterion));
  const sum = h("p", { class: "hk-sum", role: "status" });
  const newer = h("p", { class: "hk-newer" });
  const on = h("div", { class: "hk-row" });
  const rubric = h(
    "div",
    { class: "hk-rubric", role: "group", "aria-label": ui.t("rubric") },
    newer,
    rows.map((row) => row.node),
    sum,
    on,
  );
  const node = h(
    "div",
    { class: "hk-sheet", onkeydown: (/** @type {KeyboardEvent} */ event) => press(ui, rows, criteria, event) },
    article(ui, text),
    rubric,
  );
  const update = () => {
    for (const row of rows) row.update();
    const { earlier: before, newer: isNewer } = ui.state();
    newer.textContent = Object.keys(before ?? {}).length ? ui.t("earlier") : isNewer ? ui.t("newer") : "";
    const { open, points } = tally(ui, rows, criteria);
    const sentence = open.length
      ? ui.t("still-open", { criteria: open.join(", ") })
      : ui.t("total", { points, of, passes });
    if (sum.textContent !== sentence) sum.textContent = sentence;
    refill(on, onward(ui, ui.state().next));
  };
  return { node, update, comments: () => rows.map((row) => row.comment) };
}

/** @param {Where} where */
function render(where) {
  return mount("reading", where, (ui) => {
    const top = h("div", { class: "hk-row hk-bar" });
    const place = h("div", {});
    /** @type {ReturnType<typeof sheet> | null} */
    let shown = null;
    let which = "";
    const comments = () => shown?.comments() ?? [];
    ui.body.append(top, place);
    ui.follow(() => {
      const { key, marker, text } = ui.state();
      refill(top, text ? bar(ui) : h("p", {}, ui.t("none")));
      if (text && which !== `${key}/${marker}`) {
        for (const comment of comments()) comment.leave();
        which = `${key}/${marker}`;
        shown = sheet(ui);
        // A digit that is pressed as soon as the text is there must not fall between two sheets.
        const here = place.contains(document.activeElement);
        place.replaceChildren(shown.node);
        if (here) focusOn(place, "text");
      }
      shown?.update();
    });
    ui.refreshWhenSeen();
    return onTurningAway(comments);
  });
}

export default { render };
