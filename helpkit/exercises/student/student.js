// @ts-check
import { locale, moment } from "../../frontend/clock.js";
import { focusOn, h, refill, uid } from "../../frontend/dom.js";
import { keepDraft } from "../../frontend/form_draft.js";
import { greet } from "../../frontend/head.js";
import { progress } from "./progress.js";
import { mount } from "../../frontend/widget.js";

/** @import { Progress } from "../../frontend/types.js" */

/**
 * @typedef {{ item: string, deadline: string, zone: string, folder: string, longest: number }} View
 * @typedef {{ student: string, parts: Progress[], told: string[] }} State
 * @typedef {import("../../frontend/types.js").Ui<View, State>} Ui
 * @typedef {import("../../frontend/types.js").Where<View, State>} Where
 */

/** The zone, if this browser knows it. @param {string} zone */
function zoned(zone) {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }) && zone;
  } catch {
    return "";
  }
}

/** @type {Intl.DateTimeFormatOptions} */
const UNTIL = { weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" };

/**
 * A moment by the clock of the course; its zone is named if the student's clock shows another time.
 * @param {string} at @param {string} language @param {string} zone
 */
export function until(at, language, zone = "") {
  const say = (/** @type {Intl.DateTimeFormatOptions} */ more) => moment(at, locale(language), { ...UNTIL, ...more });
  const there = zoned(zone);
  if (!there || say({ timeZone: there }) === say({})) return say({});
  return say({ timeZone: there, timeZoneName: "short" });
}

/** The field for the id. @param {Ui} ui @param {() => void} done @param {(() => void) | null} cancel */
function form(ui, done, cancel) {
  const name = uid("student");
  const { student } = ui.state();
  // JupyterLab keeps Enter for itself, so the form never hears of it.
  /** @type {HTMLInputElement} */
  const field = h("input", {
    id: name,
    onkeydown: (event) => (event.key === "Enter" ? save(event) : null),
    type: "text",
    "data-key": "id",
    autocomplete: "off",
    spellcheck: "false",
    maxlength: ui.view.longest,
    "aria-describedby": `${name}-hint`,
    value: student,
  });
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!field.value.trim()) {
      ui.tell(ui.t("no-id", ui.view));
      return field.focus();
    }
    if (await ui.send({ item: ui.view.item, kind: "answer", value: field.value })) done();
  };
  const node = h(
    "form",
    { class: "hk-who", onsubmit: save },
    h("label", { for: name }, h("strong", {}, ui.t("label"))),
    h("p", { id: `${name}-hint`, class: "hk-soft hk-small" }, ui.t("hint"), cancel ? ` ${ui.t("changes")}` : ""),
    h(
      "div",
      { class: "hk-row" },
      field,
      h("button", { type: "submit", class: "hk-primary", "data-key": "save" }, ui.t("save")),
      cancel ? h("button", { type: "button", "data-key": "cancel", onclick: cancel }, ui.t("cancel")) : null,
    ),
  );
  keepDraft(ui, node, "id");
  return node;
}

/** @param {Ui} ui @param {() => void} change */
function identity(ui, change) {
  return h(
    "p",
    { class: "hk-known", tabindex: "-1", "data-key": "known" },
    ui.t("you-are"),
    " ",
    h("strong", {}, ui.state().student),
    " ",
    h("button", { type: "button", "data-key": "change", onclick: change }, ui.t("change")),
  );
}

/** @param {Where} where */
function render(where) {
  return mount("student", where, (ui) => {
    const who = h("div", {});
    const table = h("div", {});
    const notices = h("div", {});
    let changing = false;
    let shown = "";
    const turn = (/** @type {boolean} */ to, /** @type {string} */ key) => () => {
      changing = to;
      shown = "";
      show();
      focusOn(ui.root, key);
    };
    const saved = () => {
      turn(false, "known")();
      ui.say(ui.t("now-known", { student: ui.state().student }));
    };
    // What is being typed stays while the table below it is drawn anew.
    const show = () => {
      const { student, parts, told: sentences } = ui.state();
      const now = `${student} ${changing}`;
      if (student && !changing) ui.drafts.drop("id");
      if (now !== shown)
        who.replaceChildren(
          student && !changing
            ? identity(ui, turn(true, "id"))
            : form(ui, saved, student ? turn(false, "change") : null),
        );
      shown = now;
      refill(
        notices,
        sentences.map((text) => h("p", { class: "hk-problem", role: "alert" }, text)),
      );
      refill(table, progress(ui, parts, Boolean(student)));
    };
    const { deadline, folder, zone } = ui.view;
    refill(ui.body, who, notices, table, [
      deadline ? h("p", {}, ui.t("deadline", { when: until(deadline, ui.root.lang, zone) })) : null,
      h("p", {}, ui.t("what-goes")),
      h("p", { class: "hk-soft hk-small" }, ui.t("folder"), " ", h("code", {}, folder)),
    ]);
    ui.follow(show);
    ui.refreshWhenSeen();
    greet(where.model, ui.root);
  });
}

export default { render };
