// @ts-check

/** @import { Ui } from "./types.js" */

/**
 * What makes a link lead to a notebook. The lesson view opens it and lets no one else hear of the press;
 * where there is none, the page would be left for an address that does not exist.
 * @param {Pick<Ui, "t" | "tell">} ui @param {string} file from the folder of this notebook
 */
export function notebookLink(ui, file) {
  const apologise = (/** @type {Event} */ event) => {
    event.preventDefault();
    ui.tell(ui.t("open-file", { file: file.replace("../", "") }));
  };
  return { href: file, "data-hk-open": true, onclick: apologise };
}
