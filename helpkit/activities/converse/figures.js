// @ts-check
// Two people of a few shapes. Who stands taller has the higher standing; how near they stand, and
// whether the light between them is warm, is the trust. Everything is an SVG transform, so that the
// style sheet can move it and can be told not to.

import { svg } from "../../frontend/svg.js";

/** @import { Levels } from "./types.js" */

const FLOOR = 222;
const STAGE_WIDTH = 560;
const HIGHEST = 10;

/** Skin, hair and its shape: the head is a circle of 26 around nought. */
const LOOKS = [
  {
    skin: "#e9b98f",
    hair: "#5b3a29",
    shape: "M-27 -2 C-32 -34 -8 -36 2 -32 C22 -36 32 -18 26 -4 C22 -14 14 -19 4 -18 C-8 -14 -20 -16 -27 -2 Z",
  },
  {
    skin: "#c98d63",
    hair: "#3c2318",
    shape: "M-29 20 C-38 -22 -20 -35 0 -34 C22 -35 32 -18 27 -3 C20 -16 6 -18 -6 -14 C-16 -10 -16 6 -17 22 Z",
  },
  {
    skin: "#b9784f",
    hair: "#221a1c",
    shape:
      "M-27 4 C-32 -22 -16 -32 -6 -32 C-12 -46 12 -50 13 -34 C26 -30 30 -14 26 -4 C16 -6 10 -18 2 -18 C-8 -10 -22 -12 -27 4 Z",
  },
  {
    skin: "#f1c9a8",
    hair: "#b5562b",
    shape:
      "M-27 2 C-36 -8 -32 -22 -24 -24 C-22 -36 -8 -38 -2 -33 C8 -40 22 -34 22 -25 C32 -20 32 -8 26 -2 C22 -12 12 -18 2 -16 C-10 -14 -22 -12 -27 2 Z",
  },
];

/** Where a figure stands and how tall it is. @param {"client" | "helper"} who @param {Levels} levels */
export function pose(who, levels) {
  const near = levels.trust / HIGHEST;
  const standing = levels[who] / HIGHEST;
  const x = 138 + 66 * near;
  return {
    x: who === "client" ? x : STAGE_WIDTH - x,
    tall: 0.7 + 0.5 * standing,
    bow: 20 * (1 - standing) - 5,
    mood: Math.round(10 * (near + standing) - 8),
  };
}

/**
 * Which look a name has: always the same, and never that of the other.
 * @param {string} client @param {string} helper
 */
export function looks(client, helper) {
  const of = (/** @type {string} */ name) =>
    [...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % LOOKS.length;
  const [own, other] = [of(client), of(helper)];
  return [own, other === own ? (other + 1) % LOOKS.length : other];
}

/**
 * One person, feet at nought, looking to the right.
 * @param {"client" | "helper"} who @param {number} look @param {boolean} calls
 */
function person(who, look, calls) {
  const { skin, hair, shape } = LOOKS[look];
  const mouth = svg("path", { class: "hk-mouth" });
  const brows = [-1, 1].map((side) =>
    svg("path", { d: "M-5 0 Q0 -3 5 0", class: "hk-brow", style: `--hk-side: ${side}` }),
  );
  const eye = (/** @type {number} */ x) => svg("ellipse", { cx: x, cy: -1, rx: 2.8, ry: 3.6, class: "hk-eye" });
  const arm = (/** @type {string} */ side) =>
    svg(
      "g",
      { class: `hk-arm hk-${side}` },
      svg("rect", { x: -6, y: -4, width: 12, height: 50, rx: 6, class: "hk-sleeve" }),
      calls && side === "near" ? telephone() : null,
      svg("circle", { cx: 0, cy: 47, r: 7, fill: skin }),
    );
  const face = svg(
    "g",
    { class: "hk-face" },
    svg("circle", { r: 26, fill: skin }),
    svg(
      "g",
      { transform: "translate(7 0)" },
      eye(-8),
      eye(9),
      svg("g", { transform: "translate(-8 -9)" }, brows[0]),
      svg("g", { transform: "translate(9 -9)" }, brows[1]),
    ),
    svg("ellipse", { cx: -6, cy: 8, rx: 5, ry: 3, class: "hk-cheek" }),
    svg("ellipse", { cx: 20, cy: 8, rx: 4, ry: 3, class: "hk-cheek" }),
    svg("g", { transform: "translate(8 11)" }, mouth),
    svg("path", { d: shape, fill: hair }),
  );
  const head = svg(
    "g",
    { class: "hk-head" },
    svg("rect", { x: -7, y: -14, width: 14, height: 22, rx: 5, fill: skin, class: "hk-neck" }),
    svg("g", { transform: "translate(2 -30)" }, face),
  );
  const body = svg("path", { d: "M-32 0 C-38 -52 -30 -104 -2 -106 C26 -104 36 -52 32 0 Z", class: "hk-clothes" });
  const inner = svg(
    "g",
    { class: "hk-bob" },
    svg("g", { class: "hk-shoulder" }, arm("far")),
    svg("g", { class: "hk-body" }, body),
    head,
    svg("g", { class: "hk-shoulder" }, arm("near")),
  );
  const facing = svg("g", { transform: who === "client" ? "scale(1 1)" : "scale(-1 1)" }, inner);
  const node = svg(
    "g",
    { class: `hk-figure hk-${who}` },
    svg("ellipse", { cx: 0, cy: 2, rx: 44, ry: 7, class: "hk-shadow" }),
    facing,
  );
  return { node, mouth };
}

/** A telephone at the ear, and the line between two rooms. */
function telephone() {
  return svg("rect", { x: -4, y: 38, width: 9, height: 22, rx: 3, class: "hk-phone" });
}

/**
 * The floor, the light between the two, and the two; on the telephone they are in two rooms.
 * @param {{ client: string, helper: string, looks: number[] | null, place: string }} view
 */
export function figures({ client, helper, looks: given, place }) {
  const [clientLook, helperLook] = given ?? looks(client, helper);
  const apart = place === "telephone";
  const people = { client: person("client", clientLook, apart), helper: person("helper", helperLook, apart) };
  const wall = apart ? svg("path", { d: `M${STAGE_WIDTH / 2} 0 V250`, class: "hk-wall" }) : null;
  const boards = [-3, -2, -1, 0, 1, 2, 3].map((at) =>
    svg("path", { d: `M${280 + at * 70} 204 L${280 + at * 118} 250`, class: "hk-board" }),
  );
  const node = svg(
    "svg",
    {
      viewBox: `0 0 ${STAGE_WIDTH} 250`,
      class: apart ? "hk-figures hk-calls" : "hk-figures",
      preserveAspectRatio: "xMidYMax slice",
      "aria-hidden": "true",
      focusable: "false",
    },
    svg("rect", { x: 0, y: 204, width: STAGE_WIDTH, height: 46, class: "hk-floor" }),
    boards,
    svg("ellipse", { cx: 280, cy: 128, rx: 150, ry: 96, class: "hk-warmth" }),
    svg("path", { d: "M280 36 L262 70 L284 96 L264 128 L288 158 L270 204", class: "hk-crack" }),
    svg("ellipse", { cx: 280, cy: FLOOR, rx: 200, ry: 18, class: "hk-pool" }),
    wall,
    Object.values(people).map((each) => each.node),
  );
  return {
    node,
    /**
     * @param {Levels} levels @param {"client" | "helper" | null} speaker
     * @param {boolean} afresh whether a new line is spoken
     */
    show: (levels, speaker, afresh) => {
      node.style.setProperty("--hk-trust", String(levels.trust / HIGHEST));
      for (const who of /** @type {const} */ (["client", "helper"])) {
        const { node: figure, mouth } = people[who];
        const { x, tall, bow, mood } = pose(who, levels);
        for (const [name, value] of Object.entries({ x: `${x}px`, tall, bow: `${bow}deg` }))
          figure.style.setProperty(`--hk-${name}`, String(value));
        figure.style.setProperty("--hk-frown", `${mood < 0 ? Math.min(26, 8 - mood * 3) : 0}deg`);
        mouth.setAttribute("d", `M-8 ${-mood / 5} Q0 ${mood / 1.1} 8 ${-mood / 5}`);
        figure.classList.toggle("hk-speaks", who === speaker);
        if (afresh && who === speaker) restart(figure);
      }
    },
  };
}

/** Let the movement of a mouth begin again. @param {SVGElement} figure */
function restart(figure) {
  figure.classList.remove("hk-speaks");
  figure.getBoundingClientRect(); // a class that is gone and back within one frame starts nothing
  figure.classList.add("hk-speaks");
}
