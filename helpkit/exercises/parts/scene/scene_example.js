// @ts-check
import { h } from "../../../frontend/dom.js";

/** @typedef {import("./scene_operations.js").Ui} Ui */

/**
 * The scene to begin with; over a text that is there it comes only when asked for twice, and back
 * again comes that text.
 * @param {Ui} ui @param {() => string} text @param {(text: string) => void} put
 */
export function sceneExample(ui, text, put) {
  let before = "";
  const box = h("div", { class: "hk-example" });
  const button = (/** @type {string} */ key, /** @type {() => void} */ onclick) =>
    h("button", { type: "button", "data-key": key, onclick }, ui.t(key));
  const rest = () =>
    box.replaceChildren(
      h("div", { class: "hk-row" }, button("put-example", wish), before ? button("put-back", back) : null),
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
    box.querySelector("button")?.focus();
  };
  const wish = () => {
    if (!text().trim() || text() === ui.view.example) return take();
    box.replaceChildren(
      h(
        "div",
        { class: "hk-panel", role: "group", "aria-label": ui.t("put-example") },
        h("p", {}, ui.t("replace-what")),
        h("div", { class: "hk-row" }, button("keep-mine", keep), button("replace", take)),
      ),
    );
    box.querySelector("button")?.focus();
  };
  rest();
  return box;
}
