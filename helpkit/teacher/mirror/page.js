// @ts-check
// Without this the page shows the whole class; with it one group, one question, one word, or what divides.

/**
 * How a group answered one card: the number for each option, how divided, what to ask.
 * @typedef {[number[], number, string]} Answered
 */

const cards = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".card")]);
const form = /** @type {HTMLFormElement | null} */ (document.getElementById("filter"));
const data = JSON.parse(document.getElementById("data")?.textContent ?? "[]");
const DIVIDED = 40; // two picked at random differ so often, in percent, or more

/** @param {string} id */
const field = (id) => /** @type {HTMLInputElement} */ (document.getElementById(id));

/** @param {HTMLElement} card @param {string} selector */
const inside = (card, selector) => /** @type {HTMLElement} */ (card.querySelector(selector));

/** Where a card stands: its question and its place there. @param {HTMLElement} card */
const place = (card) => /** @type {string} */ (card.dataset.at).split("/").map(Number);

/** What a group answered; nothing if that is not shown. @param {HTMLElement} card @returns {Answered | undefined} */
function answered(card) {
  const [board, at] = place(card);
  return data[board][at][field("group").value];
}

/** The bars, numbers and sentences of one card for one group. @param {HTMLElement} card @param {Answered} found */
function draw(card, [numbers, divided, prompt]) {
  const total = numbers.reduce((sum, number) => sum + number, 0);
  [...card.querySelectorAll("tbody tr")].forEach((row, at) => {
    const share = (100 * numbers[at]) / total;
    row.querySelector(".bar")?.setAttribute("width", share.toFixed(1));
    inside(/** @type {HTMLElement} */ (row), ".number").textContent = String(numbers[at]);
    inside(/** @type {HTMLElement} */ (row), ".share").textContent = `${share.toFixed(0)}%`;
  });
  const sentence = inside(card, ".told");
  sentence.textContent = (sentence.dataset.words ?? "").replace("#", String(divided));
  inside(card, ".prompt").textContent = prompt;
}

/**
 * Whether an answer is given most often; two can be.
 * @param {HTMLElement} card @param {number[]} numbers @param {string} answer
 */
function leads(card, numbers, answer) {
  const most = Math.max(...numbers);
  const labels = /** @type {HTMLElement[]} */ ([...card.querySelectorAll("tbody th")]);
  return labels.some((label, at) => label.dataset.answer === answer && numbers[at] === most);
}

/** @param {HTMLElement} card @param {Answered} found */
function wanted(card, [numbers, divided]) {
  const question = field("question").value,
    answer = field("answer").value;
  const word = field("word").value.trim().toLowerCase();
  return (
    (!question || Number(question) === place(card)[0]) &&
    (!answer || leads(card, numbers, answer)) &&
    inside(card, "h3").innerText.toLowerCase().includes(word) &&
    (!field("divided").checked || divided >= DIVIDED)
  );
}

/** The most divided of this group first, as it is for the whole class. */
function order() {
  const divided = new Map(cards.map((card) => [card, answered(card)?.[1] ?? 0]));
  for (const list of document.querySelectorAll(".cards")) {
    const mine = cards.filter((card) => card.parentElement === list);
    list.append(...mine.sort((a, b) => Number(divided.get(b)) - Number(divided.get(a))));
  }
}

function update() {
  for (const card of cards) {
    const answer = answered(card);
    if (answer) draw(card, answer);
    card.hidden = !answer || !wanted(card, answer);
  }
  for (const section of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".board"))) {
    section.hidden = !section.querySelector(".card:not([hidden])");
  }
  order();
  const shown = field("shown");
  shown.textContent = (shown.dataset.words ?? "").replace("#", String(cards.filter((card) => !card.hidden).length));
}

if (form) {
  form.hidden = false;
  form.addEventListener("input", update);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.reset(); // a browser remembers what was chosen before the page was loaded again
  update();
}
