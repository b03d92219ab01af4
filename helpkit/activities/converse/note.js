// @ts-check
import { clock } from "../../frontend/clock.js";
import { h, uid } from "../../frontend/dom.js";
import { LONGEST_TEXT, onTurningAway, TextField } from "../../frontend/fields/text_field.js";

/** @import { Note, StageUi } from "./types.js" */

/** @typedef {StageUi} Ui */

/** The note of one play. @param {Ui} ui @param {number} number @param {Note} first */
function noteOf(ui, number, first) {
  let last = first;
  const saved = () => {
    const { play } = ui.state();
    if (play?.number === number) last = play.note;
    return last;
  };
  const id = uid("note");
  const status = h("p", { id: `${id}-status`, class: "hk-soft hk-small hk-status" });
  const share = h("input", {
    type: "checkbox",
    role: "switch",
    "data-key": "note-share",
    onchange: () => text.save(true),
  });
  const attributes = {
    id,
    rows: 4,
    maxlength: LONGEST_TEXT,
    "data-key": "note",
    "aria-describedby": `${id}-status`,
  };
  const sentence = () => {
    const how = text.standing();
    if (how !== "saved") return ui.t({ full: "no-room", late: "note-kept", kept: "note-kept" }[how]);
    if (!saved().text) return "";
    const { date, time, today } = clock(saved().at, ui.root.lang);
    return ui.t(today ? "note-saved-today" : "note-saved-before", { date, time });
  };
  const show = () => {
    status.textContent = sentence();
  };
  const text = new TextField(ui, "textarea", attributes, {
    happening: (value) => ({ kind: "reflection", item: `note.${number}`, value, private: !share.checked }),
    saved,
    show,
    texts: { elsewhere: "note-elsewhere", see: "note-see-other", use: "" },
  });
  share.checked = saved().shared;
  text.restore();
  const node = h(
    "div",
    { class: "hk-note-field" },
    h("label", { for: id }, ui.t("note")),
    text.field,
    status,
    text.other,
    h("label", { class: "hk-option" }, share, ui.t("note-share")),
  );
  return { node, number, text, show };
}

/** What the observer noted of the play on the stage: private unless said. @param {Ui} ui */
export function note(ui) {
  const node = h("div", {});
  /** @type {ReturnType<typeof noteOf> | null} */
  let shown = null;
  const show = () => {
    const { play } = ui.state();
    if (!play) return;
    if (shown?.number !== play.number) {
      shown?.text.leave();
      shown = noteOf(ui, play.number, play.note);
      node.replaceChildren(shown.node);
    }
    shown.text.receive();
    shown.show();
  };
  return { node, show, stop: onTurningAway(() => (shown ? [shown.text] : [])) };
}
