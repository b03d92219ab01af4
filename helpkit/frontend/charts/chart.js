// @ts-check
import { h, mount, refill } from "../shared.js";
import { plot, twin } from "./plot.js";

/** @param {{ model: any, el: HTMLElement, host: any }} where */
function render(where) {
  return mount("chart", where, (/** @type {any} */ ui) => {
    const pick = (/** @type {string} */ key) => ui.model.send({ pick: key });
    const picture = plot(ui, where.host, pick);
    const words = h("div", { class: "hk-words" });
    const answer = (/** @type {{ problem: string }} */ { problem }) => ui.tell(problem);
    ui.body.append(picture.node, words);
    ui.model.on("msg:custom", answer);
    ui.follow(() => {
      const shown = ui.state();
      picture.draw(shown.figure, shown.name);
      refill(words, shown.sentences.map((/** @type {string} */ text) => h("p", {}, text)), twin(shown, { onpick: pick }));
    });
    return () => {
      ui.model.off("msg:custom", answer);
      picture.stop();
    };
  });
}

export default { render };
