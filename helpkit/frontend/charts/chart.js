// @ts-check
import { h, refill } from "../dom.js";
import { mount } from "../widget.js";
import { plot, twin } from "./plot.js";

/** @import { Host, Picture, Ui, Where } from "../types.js" */

/** @param {Ui<unknown, Picture>} ui @param {Host} host */
function build(ui, host) {
  const pick = async (/** @type {string} */ key) => {
    const reply = await ui.ask({ kind: "pick", item: key });
    ui.tell(reply?.problem ?? "");
  };
  const picture = plot(ui, host, pick);
  const words = h("div", { class: "hk-words" });
  ui.body.append(picture.node, words);
  ui.follow(() => {
    const shown = ui.state();
    const sentences = shown.sentences.map((text) => h("p", {}, text));
    picture.draw(shown.figure, shown.name);
    refill(words, sentences, twin(shown, { onpick: pick }));
  });
  return picture.stop;
}

/** @param {Where<unknown, Picture>} where */
function render(where) {
  return mount("chart", where, (/** @type {Ui<unknown, Picture>} */ ui) => build(ui, where.host));
}

export default { render };
