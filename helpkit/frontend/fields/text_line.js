// @ts-check
import { clock } from "../clock.js";
import { h, uid } from "../dom.js";
import { onTurningAway, TextField } from "./text_field.js";

/** @typedef {import("../types.js").Ui<{ longest: number }>} Ui */

/**
 * A line of the learner's own.
 * @param {Ui} ui
 * @param {{ activity: string, item: string, label: string, hint: string,
 *   saved: () => { text: string, at: string } | undefined }} about
 */
export function line(ui, { activity, item, label, hint, saved }) {
  const id = uid("line");
  const note = h("p", { class: "hk-soft hk-small hk-saved" });
  const recorded = (/** @type {string} */ text) => (text.trim() ? text : "");
  const show = () => {
    const how = text.standing();
    const { at } = saved() ?? { at: "" };
    const when = at ? ui.t("saved", { time: clock(at, ui.root.lang).time }) : "";
    note.textContent = how === "saved" ? when : ui.t({ full: "no-room", late: "typing", kept: "typing" }[how]);
  };
  const attributes = {
    id,
    rows: 2,
    maxlength: ui.view.longest,
    "data-key": `${activity}.${item}`,
    "aria-describedby": `${id}-hint`,
  };
  const text = new TextField(ui, "textarea", attributes, {
    happening: (written) => ({ activity, item, kind: "answer", value: recorded(written) || null }),
    saved: () => ({ text: saved()?.text ?? "" }),
    show,
    recorded,
  });
  text.restore();
  const help = h("p", { class: "hk-soft hk-small", id: `${id}-hint` }, hint);
  return {
    node: h("div", { class: "hk-own-line" }, h("label", { for: id }, label), help, text.field, note),
    update: () => {
      text.receive();
      show();
    },
    leave: onTurningAway(() => [text]),
  };
}
