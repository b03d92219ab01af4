// @ts-check
// All cards under each other, each a plain group of radio buttons: nothing to drag, nothing to hold.
import { h, uid } from "../../frontend/dom.js";
import { arrange } from "./board.js";
import { panel } from "./panel.js";
import { reading } from "./card_reading.js";
import { hang } from "./cards.js";

/** @import { Card, Part, Table } from "./table.js" */

/** Made when it is shown and gone when it is not. @param {Table} it @returns {Part} */
export function list(it) {
  const node = h("ol", { class: "hk-list" });
  /** @type {Map<string, Part>} */
  const rows = new Map();
  const clear = () => {
    rows.clear();
    node.replaceChildren();
  };
  const update = () => {
    node.hidden = it.mode !== "list";
    if (node.hidden) return clear();
    if (!rows.size) for (const card of it.cards) rows.set(card.id, row(it, card));
    const order = it.now.summary ? it.now.order : it.order;
    arrange(
      node,
      order.map((card) => /** @type {Part} */ (rows.get(card)).node),
    );
    rows.forEach((row) => row.update());
  };
  return { node, update };
}

/** @param {Table} it @param {Card} card @returns {Part} */
function row(it, { id, text, sub }) {
  const { t } = it.ui;
  const name = uid("place");
  const radio = (/** @type {string} */ value) =>
    h("input", { type: "radio", name, value, "data-key": `${name}.${value}`, onchange: () => it.put(id, value) });
  const inputs = it.columns.map(radio);
  const doubt = h("input", { type: "checkbox", "data-key": `${name}.unsure`, onchange: () => it.doubt(id) });
  const see = panel("hk-see");
  const ours = panel("hk-ours");
  const argue = h("div", {});
  const node = h(
    "li",
    { class: "hk-line" },
    h(
      "fieldset",
      {},
      h("legend", {}, text, sub ? h("span", { class: "hk-soft hk-small" }, ` ${sub}`) : null),
      h(
        "div",
        { class: "hk-radios" },
        inputs.map((input) => h("label", { class: "hk-option" }, input, it.label[input.value])),
        h("label", { class: "hk-option hk-maybe" }, doubt, t("unsure")),
        see.node,
      ),
    ),
    ours.node,
    argue,
  );

  const update = () => {
    const column = it.place(id);
    const revealed = it.now.revealed[id] ?? null;
    const unsure = it.unsure(id);
    const disabled = it.asking || it.settling.has(id);
    node.hidden = !it.listed.has(id);
    for (const input of inputs) input.checked = input.value === column;
    doubt.checked = unsure;
    see.fill([column === null || revealed !== null, disabled], () =>
      column === null || revealed
        ? []
        : h(
            "button",
            { type: "button", disabled, "data-key": `see.${id}`, onclick: () => it.reveal(id) },
            t("see-ours"),
          ),
    );
    ours.fill([column, unsure, revealed], () => reading(it, id));
    hang(argue, it.argument(id));
  };
  return { node, update };
}
