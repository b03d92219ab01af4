// What the stage is told, and what its parts tell each other.

import type { Drawn, Picture, Sourced, Ui, Where as AnyWhere } from "../../frontend/types.js";

export interface Levels {
  trust: number;
  client: number;
  helper: number;
}

export interface Meter {
  id: string;
  value: number;
  change: number;
}

/** How tall and how near the two stand, and the meters below them. */
export interface Stand {
  levels: Levels;
  meters: Meter[];
}

export interface Turn {
  says: string;
  answer: string;
  why: string | null;
  meters: Meter[] | null;
  felt: Meter[] | null;
  form: { name: string; description: string } | null;
}

/** The line that the client's chair hears now. */
export interface Seat extends Stand {
  number: number;
  of: number;
  says: string;
  answer: string;
}

export interface Ending {
  kind: string;
  says: string;
  level: string | null;
  went: { id: string; first: number; last: number }[];
}

export interface Note {
  text: string;
  at: string;
  held: boolean;
  shared: boolean;
}

export interface Play {
  number: number;
  item: string;
  two: boolean;
  path: string[];
  felt: number[][];
  now: { says: string; choices: { id: string; says: string }[] } | null;
  seat: Seat | null;
  turns: Turn[];
  heard: Stand;
  stand: Stand;
  ending: Ending | null;
  unsaid: { left: number; told: string[] | null } | null;
  sheet: { marks: Record<string, string>; ours: Record<string, string> | null; same: number };
  note: Note;
}

/** What there is of a play at each moment. */
export interface Moments {
  curtain: null;
  speaking: Play & { now: NonNullable<Play["now"]> };
  answered: Play;
  "hand-over": Play & { seat: Seat };
  landing: Play & { seat: Seat };
  ended: Play & { ending: Ending; unsaid: NonNullable<Play["unsaid"]> };
}

/** A play in the list of all. */
export interface Listed extends Levels {
  number: number;
  two: boolean;
  lines: number;
  kind: string | null;
}

export interface Spot {
  id: string;
  row: number;
  across: number;
  number: number | null;
  kind: string | null;
  ends: boolean;
  seen: boolean;
  now: boolean;
  says: string | null;
}

export interface Link {
  start: string;
  end: string;
  known: boolean;
  taken: boolean;
  now: boolean;
}

export interface Paths {
  rows: number;
  spots: Spot[];
  links: Link[];
  lines: number;
  seen: number;
  endings: number;
  reached: number;
}

export interface View extends Sourced {
  client: string;
  helper: string;
  scene: string;
  setting: string;
  forms: { id: string; name: string }[];
  strongest: number;
  place: string;
  start: Levels;
  looks: [number, number] | null;
  longest: string;
  counts?: boolean;
}

export interface State {
  plays: Listed[];
  next: number | null;
  play: Play | null;
  map: Paths;
  picture: Picture | null;
  counted?: number | null;
}

export type StageUi = Ui<View, State>;
export type Where = AnyWhere<View, State>;
