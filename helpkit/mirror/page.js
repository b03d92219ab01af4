// @ts-check
// Without this the page shows the whole class; with it, one group, one word, or what divides.

const cards = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".card")]);
const form = /** @type {HTMLFormElement | null} */ (document.getElementById("filter"));
const data = JSON.parse(document.getElementById("data")?.textContent ?? "[]");
const DIVIDED = 40; // two picked at random differ so often, in percent, or more

/** The bars and numbers of one card for one group. @param {HTMLElement} card @param {number[]} numbers */
function draw(card, numbers) {
  const total = numbers.reduce((sum, one) => sum + one, 0);
  [...card.querySelectorAll("tbody tr")].forEach((row, at) => {
    const share = total ? (100 * numbers[at]) / total : 0;
    row.querySelector(".bar")?.setAttribute("width", share.toFixed(1));
    /** @type {Element} */ (row.querySelector(".number")).textContent = String(numbers[at]);
    /** @type {Element} */ (row.querySelector(".share")).textContent = `${share.toFixed(0)}%`;
  });
}

/** @param {string} id */
const field = (id) => /** @type {HTMLInputElement} */ (document.getElementById(id));

function update() {
  const word = field("word").value.trim().toLowerCase();
  for (const card of cards) {
    const [board, place] = /** @type {string} */ (card.dataset.at).split("/").map(Number);
    draw(card, data[board][place][field("group").value]);
    const heard = (card.querySelector("h3")?.textContent ?? "").toLowerCase().includes(word);
    card.hidden = !heard || (field("divided").checked && Number(card.dataset.divided) < DIVIDED);
  }
  const shown = field("shown");
  shown.textContent = (shown.dataset.words ?? "").replace("#", String(cards.filter((one) => !one.hidden).length));
}

if (form) {
  form.hidden = false;
  form.addEventListener("input", update);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.reset(); // a browser remembers what was chosen before the page was loaded again
  update();
}
