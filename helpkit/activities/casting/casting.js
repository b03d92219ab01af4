// @ts-check
import { focusOn, h, refill, uid } from "../../frontend/dom.js";
import { drawing } from "../../frontend/charts/drawing.js";
import { provenance } from "../../frontend/provenance.js";
import { mount } from "../../frontend/widget.js";
import { same, sentence, unrated } from "./cast_scene.js";

/** @import { Child, Drawn, Sourced } from "../../frontend/types.js" */
/** @import { Happens, Scene, Side, Term } from "./cast_scene.js" */

/**
 * @typedef {{ terms: Record<string, Term>, roles: string[], acts: Record<string, string[]>,
 *   rated: Record<string, string[]>, experiments: { id: string, label: string, scene: Scene }[],
 *   longest: number } & Sourced} View
 * @typedef {{ scene: Scene, repairs: (Happens & { text: string, strain: string })[] } & Drawn} State
 * @typedef {import("../../frontend/types.js").Ui<View, State>} Ui
 * @typedef {import("../../frontend/types.js").Where<View, State>} Where
 */

const SIDES = /** @type {Side[]} */ (["first", "second"]);

/**
 * The scene on the page. What was done last stands while Python is still being told of it.
 * @param {Ui} ui
 */
function stage(ui) {
  let scene = /** @type {Scene} */ (ui.state().scene);
  let telling = 0;
  /** @type {(() => void)[]} */
  const shows = [];
  const tell = async (/** @type {Scene} */ wanted) => {
    scene = wanted;
    shows.forEach((show) => show());
    telling += 1;
    await ui.send({ kind: "answer", item: "scene", value: wanted });
    telling -= 1;
    scene = telling ? scene : ui.state().scene;
    shows.forEach((show) => show());
    ui.say(ui.state().picture.sentences.join(" "));
  };
  return {
    now: () => scene,
    tell,
    add: (/** @type {Happens} */ event) =>
      scene.events.length < ui.view.longest
        ? tell({ ...scene, events: [...scene.events, event] })
        : ui.tell(ui.t("full", ui.view)),
    /** @param {() => void} show */
    shown: (show) => void shows.push(show),
    show: () => {
      if (!telling) scene = ui.state().scene;
      shows.forEach((show) => show());
    },
  };
}

/**
 * A list that unfolds, with its name.
 * @param {string} label @param {string} key @param {Child} options
 * @param {(value: string) => void} choose
 */
function choice(label, key, options, choose) {
  const id = uid("choice");
  const select = h(
    "select",
    { id, "data-key": key, onchange: ({ currentTarget }) => choose(currentTarget.value) },
    options,
  );
  return { node: h("div", {}, h("label", { for: id }, label), select), select };
}

/**
 * Grey out what was not rated in this culture, and what somebody else is already.
 * @param {HTMLSelectElement} select @param {string[]} rated @param {string} [taken]
 */
function allow(select, rated, taken) {
  for (const option of select.querySelectorAll("option"))
    option.disabled = option.value === taken || !rated.includes(option.value);
}

/** The first option that is not grey. @param {HTMLSelectElement} select */
function possible(select) {
  return [...select.options].find((option) => !option.disabled)?.value ?? "";
}

/** Who the two are. @param {Ui} ui @param {ReturnType<typeof stage>} play */
function cast(ui, play) {
  const options = () => ui.view.roles.map((id) => h("option", { value: id }, ui.view.terms[id].name));
  const list = (/** @type {Side} */ side) =>
    choice(ui.t(side), side, options(), (id) => play.tell({ ...play.now(), [side]: id }));
  const both = { first: list("first"), second: list("second") };
  play.shown(() => {
    const scene = play.now();
    const rated = ui.view.rated[scene.culture];
    for (const side of SIDES) {
      both[side].select.value = scene[side];
      allow(both[side].select, rated, scene[side === "first" ? "second" : "first"]);
    }
  });
  return h(
    "div",
    { class: "hk-cast" },
    SIDES.map((side) => both[side].node),
  );
}

/** What happens next. @param {Ui} ui @param {ReturnType<typeof stage>} play */
function next(ui, play) {
  const name = uid("by");
  let by = /** @type {Side} */ ("first");
  const spoken = h("p", { class: "hk-spoken" });
  const acts = Object.entries(ui.view.acts).map(([group, ids]) =>
    h(
      "optgroup",
      { label: ui.t(group) },
      ids.map((id) => h("option", { value: id }, ui.view.terms[id].name)),
    ),
  );
  const act = choice(ui.t("act"), "act", acts, () => preview());
  act.select.value = play.now().events.at(-1)?.act ?? act.select.value;
  const labels = Object.fromEntries(SIDES.map((side) => [side, h("span", {})]));
  const radio = (/** @type {Side} */ value) =>
    h("input", { type: "radio", name, value, "data-key": `by-${value}`, onchange: () => turn(value) });
  const who = h(
    "fieldset",
    {},
    h("legend", {}, ui.t("who")),
    h(
      "div",
      { class: "hk-row" },
      SIDES.map((side) => h("label", { class: "hk-option" }, radio(side), labels[side])),
    ),
  );
  const preview = () => (spoken.textContent = sentence(ui.view.terms, play.now(), { by, act: act.select.value }));
  const turn = (/** @type {Side} */ side) => {
    by = side;
    preview();
  };
  const go = h(
    "button",
    { type: "button", class: "hk-primary", "data-key": "go", onclick: () => play.add({ by, act: act.select.value }) },
    ui.t("go"),
  );
  play.shown(() => {
    const scene = play.now();
    for (const side of SIDES) labels[side].textContent = ui.view.terms[scene[side]].the;
    for (const input of who.querySelectorAll("input")) input.checked = input.value === by;
    allow(act.select, ui.view.rated[scene.culture]);
    if (act.select.selectedOptions[0]?.disabled) act.select.value = possible(act.select);
    preview();
  });
  return h("div", { class: "hk-next" }, who, act.node, spoken, go);
}

/**
 * The events so far, the way back, and three that would repair the scene.
 * @param {Ui} ui @param {ReturnType<typeof stage>} play
 */
function events(ui, play) {
  const list = h("div", { class: "hk-told" });
  const back = (/** @type {string} */ key, /** @type {() => Happens[]} */ wanted) => {
    const press = async () => {
      await play.tell({ ...play.now(), events: wanted() });
      focusOn(ui.root, play.now().events.length ? key : "go");
    };
    return h("button", { type: "button", "data-key": key, onclick: press }, ui.t(key));
  };
  const repair = (/** @type {State["repairs"][number]} */ { by, act, text, strain }) =>
    h(
      "li",
      {},
      h("button", { type: "button", "data-key": `repair-${by}-${act}`, onclick: () => play.add({ by, act }) }, text),
      h("span", { class: "hk-soft hk-small" }, strain),
    );
  play.shown(() => {
    const scene = play.now();
    const current = same(scene, ui.state().scene);
    const sentences = scene.events.map((event) =>
      h("li", { class: `hk-by-${event.by}` }, sentence(ui.view.terms, scene, event)),
    );
    refill(
      list,
      h("h4", {}, ui.t("so-far")),
      sentences.length ? h("ol", {}, sentences) : h("p", { class: "hk-soft" }, ui.t("none-yet")),
      sentences.length
        ? h(
            "div",
            { class: "hk-row" },
            back("undo", () => play.now().events.slice(0, -1)),
            back("clear", () => []),
          )
        : null,
      current && sentences.length
        ? [h("h4", {}, ui.t("repairs")), h("ol", { class: "hk-repairs" }, ui.state().repairs.map(repair))]
        : null,
    );
  });
  return list;
}

/** By whose equations and ratings it is played. @param {Ui} ui @param {ReturnType<typeof stage>} play */
function culture(ui, play) {
  const name = uid("culture");
  const options = Object.keys(ui.view.rated);
  const note = h("p", { class: "hk-soft hk-small" });
  const radio = (/** @type {string} */ value) =>
    h("input", {
      type: "radio",
      name,
      value,
      "data-key": `culture-${value}`,
      onchange: () => play.tell({ ...play.now(), culture: value }),
    });
  const node = h(
    "fieldset",
    { class: "hk-culture" },
    h("legend", {}, ui.t("culture")),
    options.map((value) => h("label", { class: "hk-option" }, radio(value), ui.t(`culture-${value}`))),
    note,
  );
  play.shown(() => {
    const scene = play.now();
    /** @type {string[]} */
    const missing = [];
    for (const input of node.querySelectorAll("input")) {
      const without = unrated(scene, ui.view.rated[input.value]);
      missing.push(...without);
      input.checked = input.value === scene.culture;
      input.disabled = without.length > 0;
    }
    note.textContent = missing.length
      ? ui.t("unrated", { terms: missing.map((id) => ui.view.terms[id].name).join(", ") })
      : ui.t("rated");
  });
  return node;
}

/** Scenes worth a try. @param {Ui} ui @param {ReturnType<typeof stage>} play */
function experiments(ui, play) {
  const row = h("div", { class: "hk-row", role: "group", "aria-label": ui.t("try") });
  play.shown(() => {
    const button = (/** @type {View["experiments"][number]} */ { id, label, scene }) =>
      h(
        "button",
        {
          type: "button",
          "data-key": `try-${id}`,
          "aria-pressed": String(same(scene, play.now())),
          onclick: () => play.tell(scene),
        },
        label,
      );
    refill(row, ui.view.experiments.map(button));
  });
  return h("div", { class: "hk-tries" }, h("p", { class: "hk-soft hk-small" }, ui.t("try")), row);
}

/** @param {Where} where */
function render(where) {
  return mount("casting", where, (ui) => {
    const play = stage(ui);
    const shown = drawing(ui, where.host);
    const left = h("div", { class: "hk-scene" }, cast(ui, play), next(ui, play), events(ui, play), culture(ui, play));
    ui.body.append(h("div", { class: "hk-bench" }, experiments(ui, play), left, shown.node), provenance(ui));
    ui.follow(() => {
      play.show();
      shown.show();
    });
    return shown.stop;
  });
}

export default { render };
