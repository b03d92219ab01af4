// @ts-check
import { locale, moment } from "../../frontend/clock.js";
import { h, refill, uid } from "../../frontend/dom.js";
import { mount } from "../../frontend/widget.js";

/** @import { Progress } from "../../frontend/types.js" */

/**
 * @typedef {{ file: string, at: string, kept: boolean }} Made
 * @typedef {{ file: string, answers: number, lesson: number, data: string }} Zip
 * @typedef {{ item: string, folder: string }} View
 * @typedef {{ parts: Progress[], private: number, made: Made[], latest: Zip | null, changed: boolean }} State
 * @typedef {import("../../frontend/types.js").Ui<View, State>} Ui
 * @typedef {import("../../frontend/types.js").Where<View, State>} Where
 */

/** @param {string} data base64 */
export function bytes(data) {
  return Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
}

/** Let the browser save a zip. @param {{ file: string, data: string }} zip */
function save({ file, data }) {
  const address = URL.createObjectURL(new Blob([bytes(data)], { type: "application/zip" }));
  h("a", { href: address, download: file }).click();
  URL.revokeObjectURL(address);
}

/** @param {Ui} ui @param {string} at */
function when(ui, at) {
  return moment(at, locale(ui.root.lang), { dateStyle: "medium", timeStyle: "short" });
}

/** What is not answered yet, and that it may stay so. @param {Ui} ui @param {State["parts"]} parts */
function missing(ui, parts) {
  const open = parts.filter(({ done, of }) => done < of);
  if (!open.length) return h("p", {}, ui.t("all-there"));
  const line = (/** @type {Progress} */ part) =>
    h("li", {}, ui.t("missing-of", { title: part.title, open: part.of - part.done, of: part.of }));
  return h("div", {}, h("p", {}, ui.t("missing")), h("ul", {}, open.map(line)));
}

/** Every zip that was made, the latest one to save. @param {Ui} ui @param {State} state */
function zipList(ui, { made: zips, latest, changed }) {
  if (!zips.length) return null;
  const line = (/** @type {Made} */ zip) =>
    h("li", {}, h("code", {}, zip.file), ` – ${when(ui, zip.at)}`, zip.kept ? null : ` (${ui.t("in-memory")})`);
  return h(
    "div",
    { class: "hk-panel hk-made" },
    h("h4", {}, ui.t("made")),
    h("ul", {}, zips.map(line)),
    latest ? h("p", {}, ui.t("inside", latest)) : null,
    changed ? h("p", { class: "hk-changed" }, ui.t("changed")) : null,
    h("p", { class: "hk-small" }, ui.t("where"), " ", h("code", {}, ui.view.folder)),
    latest
      ? h("button", { type: "button", "data-key": "save", onclick: () => save(latest) }, ui.t("save", latest))
      : null,
  );
}

/** @param {Where} where */
function render(where) {
  return mount("hand_in", where, (ui) => {
    let busy = false;
    const press = async () => {
      if (busy) return;
      busy = true;
      show();
      const done = await ui
        .send({ item: ui.view.item, kind: "hand_in", value: uid("press") })
        .finally(() => (busy = false));
      show();
      const { latest } = ui.state();
      if (done && latest) ui.say(`${ui.t("now-made", latest)} ${ui.t("inside", latest)}`);
    };
    const show = () => {
      const { parts, private: hidden, made: zips } = ui.state();
      const key = zips.length ? "again" : "hand-in";
      refill(
        ui.body,
        missing(ui, parts),
        h("p", {}, ui.t("what-goes")),
        hidden ? h("p", {}, ui.t("stays", { hidden })) : null,
        h(
          "div",
          { class: "hk-row" },
          h(
            "button",
            {
              type: "button",
              class: "hk-primary",
              "data-key": "hand-in",
              "aria-disabled": String(busy),
              onclick: press,
            },
            ui.t(key),
          ),
        ),
        zipList(ui, ui.state()),
      );
    };
    ui.follow(show);
    ui.refreshWhenSeen();
  });
}

export default { render };
