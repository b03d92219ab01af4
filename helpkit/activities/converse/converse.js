// @ts-check
import { focusOn, h, mount, refill } from "../../frontend/shared.js";
import { drawing } from "../../frontend/charts/drawing.js";
import { provenance } from "../../frontend/provenance.js";
import { landing } from "./chair.js";
import { map } from "./path_map.js";
import { moved, went } from "./meters.js";
import { said } from "./transcript.js";
import { sheet } from "./observer_sheet.js";
import { theatre } from "./theatre.js";

/**
 * What this view is at, besides what the journal knows: the move whose answer is not heard yet, the
 * line for which the chairs were changed, and the panel that is open.
 * @typedef {{ unheard: string, seated: string, panel: string }} Local
 */

/** Which play and how far it is. @param {any} play */
export function spot(play) {
  return `${play.number}.${play.path.length}`;
}

/**
 * Where the evening is: before the curtain, at a line, after an answer, at a change of chairs, or over.
 * @param {any} play @param {Local} local
 */
export function phase(play, local) {
  if (!play) return "curtain";
  if (play.two && play.seat) return local.seated === `${play.number}.${play.seat.number}` ? "landing" : "hand-over";
  if (local.unheard === spot(play)) return "answered";
  if (!play.ending) return "speaking";
  return local.panel === "chair" && play.seat ? "landing" : "ended";
}

/** @param {{ model: any, el: HTMLElement, host: any }} where */
function render(where) {
  return mount("converse", where, (/** @type {any} */ ui) => {
    /** @type {Local} */
    const local = { unheard: "", seated: "", panel: ui.state().play?.ending ? "said" : "" };
    const house = theatre(ui);
    const side = h("div", { class: "hk-side" });
    const counts = h("p", { class: "hk-counts", hidden: !ui.view.counts });
    const panels = parts(ui, where.host, local, () => show());
    const hand = moves(ui, local, () => show());
    const show = () => {
      const { play, counted } = ui.state();
      counts.textContent = counted ? ui.t("counted", { number: counted }) : ui.t("none-counts");
      const now = phase(play, local);
      house.show(scenes[now](ui, play, hand));
      refill(side, beside[now](ui, play, hand));
      side.hidden = now === "curtain";
      panels.show(hand);
    };
    ui.body.append(counts, h("div", { class: "hk-evening-out" }, house.node, side), panels.node, provenance(ui));
    ui.follow(show);
    ui.refreshWhenSeen();
    return panels.stop;
  });
}

/** What the hand can do. @param {any} ui @param {Local} local @param {() => void} show */
function moves(ui, local, show) {
  let busy = false;
  // A second press before Python has answered the first would be a move from a line that is gone.
  const once = async (/** @type {() => Promise<void>} */ act) => {
    if (busy) return;
    busy = true;
    await act().finally(() => (busy = false));
  };
  const play = () => ui.state().play;
  const record = (/** @type {string} */ item, /** @type {any} */ value) => ui.send({ kind: "answer", item, value });
  const line = () => {
    const { now } = play();
    show();
    if (!now) return;
    focusOn(ui.root, "line");
    ui.say(`${ui.t("speaks", { who: ui.view.client, line: now.says })} ${ui.t("answers", { count: now.choices.length })}`);
  };
  const over = () => {
    const { ending } = play();
    show();
    focusOn(ui.root, "ending");
    ui.say(`${ui.t(`kind-${ending.kind}`)} ${ending.says}`);
  };
  const begin = async (/** @type {boolean} */ two, /** @type {string[]} */ path, /** @type {number[][]} */ felt) => {
    const { next } = ui.state();
    if (!next) return ui.tell(ui.t("full"));
    if (!(await record(`${two ? "two" : "alone"}.${next}`, path))) return;
    if (felt.length) await record(`felt.${next}`, felt);
    Object.assign(local, { unheard: "", seated: "", panel: "" });
    line();
  };
  return {
    start: (/** @type {boolean} */ two) => once(() => begin(two, [], [])),
    back: (/** @type {number} */ turns) => once(() => begin(play().two, play().path.slice(0, turns), play().felt.slice(0, turns))),
    choose: (/** @type {string} */ id) =>
      once(async () => {
        const { item, number, path, two } = play();
        if (!(await record(item, [...path, id]))) return focusOn(ui.root, "line"); // it went on elsewhere
        if (!two) local.unheard = `${number}.${path.length + 1}`;
        show();
        const { turns } = play();
        const last = turns.at(-1);
        ui.say([ui.t("speaks", { who: ui.view.helper, line: last.answer }), last.meters ? moved(ui, last.meters) : "", last.why ?? ui.t("hand-over", ui.view)].join(" "));
        focusOn(ui.root, two ? "seated" : "next");
      }),
    next: () => {
      local.unheard = "";
      if (!play().ending) return line();
      local.panel = "said";
      over();
    },
    sit: () => {
      local.seated = `${play().number}.${play().seat.number}`;
      show();
      focusOn(ui.root, "line");
      ui.say(ui.t("speaks", { who: ui.view.helper, line: play().seat.answer }));
    },
    land: (/** @type {number[]} */ felt) =>
      once(async () => {
        const { number, two } = play();
        if (!(await record(`felt.${number}`, [...play().felt, felt]))) return;
        ui.tell("");
        if (two && !play().seat) local.unheard = spot(play());
        if (two && play().seat) local.seated = `${number}.${play().seat.number}`; // a play that began in the middle
        show();
        const { seat } = play();
        focusOn(ui.root, seat ? "line" : two ? "next" : "traces");
        ui.say(seat ? ui.t("speaks", { who: ui.view.helper, line: seat.answer }) : two ? ui.t("hand-back", ui.view) : ui.state().picture.sentences.join(" "));
      }),
    panel: (/** @type {string} */ name, /** @type {string} */ key) => {
      local.panel = name;
      show();
      focusOn(ui.root, key);
      if (key === "line") ui.say(ui.t("speaks", { who: ui.view.helper, line: play().seat.answer }));
    },
    tellAll: async () => {
      await ui.send({ kind: "reveal", item: "unsaid", value: null });
      focusOn(ui.root, "unsaid");
    },
    look: (/** @type {number} */ number) =>
      once(async () => {
        await record("now", number);
        Object.assign(local, { unheard: "", seated: "" });
        show();
        focusOn(ui.root, `look-${number}`);
      }),
  };
}

/** @param {any} ui @param {string} key @param {() => any} onclick @param {boolean} [primary] */
function press(ui, key, onclick, primary = false) {
  return h("button", { type: "button", "data-key": key, class: primary ? "hk-primary" : null, onclick }, ui.t(key, ui.view));
}

/** What is on the stage at each moment. @type {Record<string, (ui: any, play: any, hand: any) => import("./theatre.js").Moment>} */
const scenes = {
  curtain: (ui, _play, hand) => ({
    curtain: "closed",
    levels: ui.view.start,
    meters: [],
    card: h(
      "div",
      {},
      h("h4", {}, ui.view.scene),
      h("p", {}, ui.view.setting),
      h("div", { class: "hk-row" }, press(ui, "raise", () => hand.start(false), true), press(ui, "raise-two", () => hand.start(true))),
    ),
  }),
  speaking: (_ui, play) => ({ curtain: "open", ...play.stand, speaker: "client", line: play.now.says }),
  answered: (_ui, play) => ({ curtain: "open", ...play.heard, changes: true, speaker: "helper", line: play.turns.at(-1).answer }),
  "hand-over": (_ui, play) => ({ curtain: "half", levels: play.seat.levels, meters: play.seat.meters }),
  landing: (_ui, play) => ({ curtain: "open", levels: play.seat.levels, meters: play.seat.meters, speaker: "helper", line: play.seat.answer }),
  ended: (ui, play) => ({
    curtain: "half",
    ...play.stand,
    card: h(
      "div",
      { class: `hk-final hk-final-${play.ending.kind}`, tabindex: "-1", "data-key": "ending" },
      h("strong", { class: "hk-kind" }, ui.t(`kind-${play.ending.kind}`)),
      h("p", {}, play.ending.says),
      play.ending.level ? h("p", { class: "hk-level" }, ui.t(play.ending.level, ui.view)) : null,
      h("p", { class: "hk-soft hk-small" }, went(ui, play.ending.went)),
    ),
  }),
};

/** What the client kept back, once it may be told. @param {any} ui @param {any} play @param {any} hand */
function unsaid(ui, play, hand) {
  const { left, told } = play.unsaid;
  const parts = told ?? [];
  const kept = told === null && left > 0 ? [h("p", {}, ui.t("unsaid-left", { ...ui.view, left })), press(ui, "unsaid-show", hand.tellAll)] : null;
  const list = parts.length > 1 ? h("ul", {}, parts.map((/** @type {string} */ one) => h("li", {}, one))) : h("p", {}, parts[0] ?? ui.t("unsaid-nothing", ui.view));
  return h("div", { class: "hk-panel", tabindex: "-1", "data-key": "unsaid" }, h("h4", {}, ui.t("hidden", ui.view)), kept ?? list);
}

/** What stands beside the stage then. @type {Record<string, (ui: any, play: any, hand: any) => any[]>} */
const beside = {
  curtain: () => [],
  speaking: (ui, play, hand) => [
    h("h4", {}, ui.t("your-turn", ui.view)),
    h("ul", { class: "hk-answers" }, play.now.choices.map((/** @type {any} */ { id, says }) => h("li", {}, h("button", { type: "button", class: "hk-answer", "data-key": `say-${id}`, onclick: () => hand.choose(id) }, says)))),
  ],
  answered: (ui, play, hand) => {
    const { why, meters, felt } = play.turns.at(-1);
    const reason = !play.two ? [h("p", {}, why), h("p", { class: "hk-soft hk-small" }, moved(ui, meters))] : [h("p", {}, ui.t("hand-back", ui.view)), felt ? h("p", {}, ui.t("it-landed", ui.view), " ", moved(ui, felt)) : null];
    return [h("div", { class: "hk-panel hk-why" }, reason.filter(Boolean)), h("div", { class: "hk-row" }, press(ui, "next", hand.next, true))];
  },
  "hand-over": (ui, _play, hand) => [h("h4", {}, ui.t("hand-over", ui.view)), h("p", {}, ui.t("hand-over-what", ui.view)), press(ui, "seated", hand.sit, true)],
  landing: (ui, play, hand) => [
    h("h4", {}, ui.t("in-the-chair", { ...ui.view, number: play.seat.number, of: play.seat.of })),
    h("p", { class: "hk-soft" }, ui.t("you-said", { line: play.seat.says })),
    landing(ui, hand.land),
  ],
  ended: (ui, play, hand) => [
    unsaid(ui, play, hand),
    h(
      "div",
      { class: "hk-row hk-after" },
      play.seat ? press(ui, "take-chair", () => hand.panel("chair", "line"), true) : null,
      press(ui, "again", () => hand.start(false), !play.seat),
      press(ui, "again-two", () => hand.start(true)),
    ),
  ],
};

/** What can be opened below the stage. @param {any} ui @param {any} host @param {Local} local @param {() => void} show */
function parts(ui, host, local, show) {
  const picture = drawing(ui, host);
  const paper = sheet(ui);
  const row = h("div", { class: "hk-row hk-panels", role: "group", "aria-label": ui.t("panels") });
  const told = h("div", {});
  const traces = h("div", {}, h("h4", { tabindex: "-1", "data-key": "traces" }, ui.t("traces", ui.view)), picture.node);
  const wait = h("p", { class: "hk-soft" }, ui.t("chair-first", ui.view));
  const toggle = (/** @type {string} */ name) => () => {
    local.panel = local.panel === name ? "" : name;
    show();
    focusOn(ui.root, `panel-${name}`);
  };
  const button = (/** @type {string} */ name) =>
    h("button", { type: "button", "data-key": `panel-${name}`, "aria-pressed": String(local.panel === name), onclick: toggle(name) }, ui.t(`panel-${name}`, ui.view));
  const node = h("div", { class: "hk-below" }, row, told, traces, wait, paper.node);
  return {
    node,
    stop: () => {
      picture.stop();
      paper.stop();
    },
    show: (/** @type {any} */ hand) => {
      const { play, picture: drawn } = ui.state();
      const open = play ? local.panel : "";
      node.hidden = !play;
      refill(row, play ? ["said", "map", "chair", "sheet"].filter((name) => name !== "chair" || play.ending).map(button) : null);
      refill(told, open === "said" ? said(ui, play, hand.back) : null, open === "map" ? map(ui, ui.state(), hand.look) : null);
      traces.hidden = open !== "chair" || !drawn;
      wait.hidden = open !== "chair" || Boolean(drawn);
      paper.node.hidden = open !== "sheet";
      if (drawn) picture.show();
      paper.show();
    },
  };
}

export default { render };
