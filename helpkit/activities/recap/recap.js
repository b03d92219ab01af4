// @ts-check
import { h, mount, refill, focusOn } from "../../frontend/shared.js";
import { radios } from "../../frontend/radios.js";

/** @param {any} ui @param {string} key @param {any} content */
function section(ui, key, content) {
  return h("section", { class: `hk-part hk-${key}` }, h("h4", {}, ui.t(key)), content);
}

/** @param {any} ui @param {any} one */
function guess(ui, one) {
  if (!one.quote) return h("li", {}, h("p", { class: "hk-asked" }, one.question), h("p", { class: "hk-soft" }, ui.t("no-guess")));
  const number = (/** @type {string} */ key, /** @type {number} */ value) => h("div", {}, h("dt", {}, ui.t(key)), h("dd", {}, String(value)));
  return h(
    "li",
    {},
    h("p", { class: "hk-asked" }, one.question),
    h("dl", { class: "hk-numbers" }, number("your-guess", one.guess), number("the-count", one.answer)),
    h("p", {}, one.quote, " ", ui.t(one.verdict, one)),
  );
}

/** @param {any} ui @param {any} message */
function message(ui, { title, sender, quote, label }) {
  return h(
    "li",
    {},
    h("strong", {}, title),
    quote ? [h("p", {}, ui.t("replied", { sender })), h("blockquote", {}, quote)] : h("p", {}, ui.t("no-reply", { sender })),
    label ? h("p", {}, ui.t("labelled", { label })) : null,
  );
}

/** @param {any} ui @param {any} one */
function sorted(ui, one) {
  return h("li", {}, h("strong", {}, one.title), h("p", {}, ui.t("placed", one), " ", one.shown ? ui.t("compared", one) : ui.t("not-compared")));
}

/** Pairs, stories or a choice. @param {any} ui @param {any} one */
function other(ui, one) {
  const beside = one.shown ? ui.t("compared", one) : "";
  const text = one.what === "choice" ? ui.t("chose", one) : `${ui.t(`done-${one.what}`, one)} ${beside}`;
  return h("li", {}, h("strong", {}, one.title), h("p", {}, text));
}

/** @param {any} ui @param {any} did */
function deeds(ui, { message: sent, sorts, others, writing }) {
  const items = [
    sent && message(ui, sent),
    sorts.map((/** @type {any} */ one) => sorted(ui, one)),
    others.map((/** @type {any} */ one) => other(ui, one)),
    writing && h("li", {}, h("strong", {}, writing.title), h("p", {}, ui.t("wrote", writing))),
  ].flat();
  return items.some(Boolean) ? h("ul", { class: "hk-deeds" }, items) : h("p", { class: "hk-soft" }, ui.t("did-nothing"));
}

/** @param {any} ui @param {any[]} changed */
function changes(ui, changed) {
  if (!changed.length) return h("p", { class: "hk-soft" }, ui.t("changed-nothing"));
  const item = (/** @type {any} */ { what, first, now }) => h("li", {}, h("p", {}, what), h("p", { class: "hk-soft hk-small" }, ui.t("from-to", { first, now })));
  return h("ul", { class: "hk-changes" }, changed.map(item));
}

/** What the journal knows of the evening. @param {any} ui */
function looks(ui) {
  const { empty, guessed, did, changed } = ui.state();
  if (empty) return h("p", { class: "hk-panel" }, ui.t("nothing-yet"));
  return [
    section(ui, "guessed", h("ul", { class: "hk-guesses" }, guessed.map((/** @type {any} */ one) => guess(ui, one)))),
    section(ui, "did", deeds(ui, did)),
    section(ui, "changed", changes(ui, changed)),
  ];
}

/** @param {any} ui @param {any} shown */
function verdict(ui, { verdict: state, ours, first, reason }) {
  return [
    h("p", {}, h("strong", {}, ui.t(`verdict-${state}`, { risk: ours })), " ", reason),
    first ? h("p", { class: "hk-soft hk-small" }, ui.t("first-you-said", { risk: first })) : null,
  ];
}

/** One episode with the four risks, and what we say of it once it is asked. @param {any} ui @param {any} one */
function episode(ui, { id, episode: story }) {
  const options = ui.view.risks.map((/** @type {any} */ risk) => ({ id: risk.id, name: risk.name }));
  const question = radios(ui, { item: id, legend: story, options, chosen: () => ui.state().answers[id] });
  const said = h("div", { class: "hk-said" });
  const update = () => {
    const shown = ui.state().shown[id];
    question.update();
    refill(said, shown && verdict(ui, shown));
  };
  return { id, node: h("li", {}, question.node, said), update, answered: question.answered };
}

/** @param {any} ui */
function reminder(ui) {
  const risk = (/** @type {any} */ { name, description }) => [h("dt", {}, name), h("dd", {}, description)];
  return h("details", {}, h("summary", {}, ui.t("reminder")), h("dl", {}, ui.view.risks.map(risk)));
}

/** How many went as we say, in warm words. @param {any} ui @param {any} score */
function result(ui, score) {
  return h(
    "div",
    { class: "hk-panel", "data-key": "score", tabindex: "-1" },
    h("p", { class: "hk-result" }, ui.t("score", score)),
    h("p", {}, ui.t(score.passed ? "passed" : "not-yet")),
    score.first === score.now ? null : h("p", { class: "hk-soft" }, ui.t("score-first", score)),
  );
}

/** The self-check: its episodes are made once, so that a choice in hand is never replaced. @param {any} ui */
function selfCheck(ui) {
  const episodes = ui.view.checks.map((/** @type {any} */ one) => episode(ui, one));
  const end = h("div", { class: "hk-result-host" });
  const press = async () => {
    const open = episodes.filter((/** @type {any} */ { node }) => !node.querySelector("input:checked"));
    if (open.length && !open[0].answered(ui.t("still-open", { open: open.length }))) return;
    await ui.send({ item: "*", kind: "reveal", value: null });
    focusOn(ui.root, "score");
  };
  const update = () => {
    const { score } = ui.state();
    for (const one of episodes) one.update();
    refill(end, score ? result(ui, score) : h("button", { type: "button", class: "hk-primary", "data-key": "check", onclick: press }, ui.t("check")));
  };
  const content = [h("p", {}, ui.t("self-check-how")), reminder(ui), h("ol", { class: "hk-episodes" }, episodes.map((/** @type {any} */ one) => one.node)), end];
  return { node: section(ui, "self-check", content), update };
}

/** Ask for a fresh look whenever the page comes into sight; what is above was often made before.
 * @param {any} ui @returns {() => void} its end
 */
function watch(ui) {
  const seen = new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting)) ui.model.send({ id: "", event: { kind: "refresh", item: "*" } });
  });
  seen.observe(ui.root);
  return () => seen.disconnect();
}

/** @param {any} ui */
function refresh(ui) {
  const press = async () => {
    if (await ui.send({ item: "*", kind: "refresh" })) ui.say(ui.t("refreshed"));
  };
  return h("button", { type: "button", class: "hk-refresh", "data-key": "refresh", onclick: press }, ui.t("refresh"));
}

/** @param {{ model: any, el: HTMLElement }} where */
function render(where) {
  return mount("recap", where, (ui) => {
    const back = h("div", { class: "hk-back" });
    const check = selfCheck(ui);
    const list = (/** @type {string[]} */ texts) => h("ul", {}, texts.map((text) => h("li", {}, text)));
    refill(ui.body, back, refresh(ui), check.node, section(ui, "lines", list(ui.view.lines)), section(ui, "limits", list(ui.view.limits)));
    ui.follow(() => {
      refill(back, looks(ui));
      check.update();
    });
    return watch(ui);
  });
}

export default { render };
