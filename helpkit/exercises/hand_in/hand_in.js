// @ts-check
import { h, mount, refill, uid } from "../../frontend/shared.js";

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

/** @param {any} ui @param {string} at */
function moment(ui, at) {
  const locale = ui.root.lang === "en" ? "en-GB" : ui.root.lang;
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }).format(new Date(at));
}

/** What is not answered yet, and that it may stay so. @param {any} ui @param {any[]} parts */
function missing(ui, parts) {
  const open = parts.filter(({ done, of }) => done < of);
  if (!open.length) return h("p", {}, ui.t("all-there"));
  const line = (/** @type {any} */ one) => h("li", {}, ui.t("missing-of", { title: one.title, open: one.of - one.done, of: one.of }));
  return h("div", {}, h("p", {}, ui.t("missing")), h("ul", {}, open.map(line)));
}

/** Every zip that was made, the latest one to save. @param {any} ui @param {any} state */
function made(ui, { made: zips, latest, changed }) {
  if (!zips.length) return null;
  const line = (/** @type {any} */ one) => h("li", {}, h("code", {}, one.file), ` – ${moment(ui, one.at)}`, one.kept ? null : ` (${ui.t("in-memory")})`);
  return h(
    "div",
    { class: "hk-panel hk-made" },
    h("h4", {}, ui.t("made")),
    h("ul", {}, zips.map(line)),
    latest ? h("p", {}, ui.t("inside", latest)) : null,
    changed ? h("p", { class: "hk-changed" }, ui.t("changed")) : null,
    h("p", { class: "hk-small" }, ui.t("where"), " ", h("code", {}, ui.view.folder)),
    latest ? h("button", { type: "button", "data-key": "save", onclick: () => save(latest) }, ui.t("save", latest)) : null,
  );
}

/** @param {{ model: any, el: HTMLElement }} where */
function render(where) {
  return mount("hand_in", where, (ui) => {
    let busy = false;
    const press = async () => {
      if (busy) return;
      busy = true;
      show();
      const done = await ui.send({ item: ui.view.item, kind: "hand_in", value: uid("press") }).finally(() => (busy = false));
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
        h("div", { class: "hk-row" }, h("button", { type: "button", class: "hk-primary", "data-key": "hand-in", "aria-disabled": String(busy), onclick: press }, ui.t(key))),
        made(ui, ui.state()),
      );
    };
    ui.follow(show);
    ui.refreshWhenSeen();
  });
}

export default { render };
