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

/** The minutes that are left, that were used and that there are, and what the last line took. */
export interface Clock {
  left: number;
  spent: number;
  of: number;
  took: number;
}

/** How tall and how near the two stand, and the meters and the time below them; no clock if time is free. */
export interface Stand {
  levels: Levels;
  meters: Meter[];
  clock: Clock | null;
}

export interface Change {
  id: string;
  change: number;
}

/** At how much trust the same line does what. */
interface OtherTime {
  at: number;
  does: Change[];
}

/** The trust when a line came, and what the same line does with the least and the most of it. */
export interface Timing {
  trust: number;
  less: OtherTime | null;
  more: OtherTime | null;
}

interface Quoted {
  number: number;
  line: string;
}

/** From where to where a meter went. */
export interface Way {
  id: string;
  first: number;
  last: number;
}

/** Where a play turned, which line cost most, and what to try instead. */
export interface Review {
  turned: (Quoted & { went: Way[] }) | null;
  cost: (Quoted & { lost: Change[]; longer: number }) | null;
  instead: (Quoted & { turn: number }) | null;
}

export interface Turn {
  says: string;
  answer: string;
  why: string | null;
  meters: Meter[] | null;
  timing: Timing | null;
  felt: Meter[] | null;
  clock: Clock | null;
  form: { name: string; description: string } | null;
  right_for: string | null;
  thinks: string | null;
}

/** Something that can be said; its minutes where they make a difference. */
export interface Answer {
  id: string;
  says: string;
  minutes: number | null;
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
  went: Way[];
  person: { name: string; reveal: string } | null;
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
  /** Of an earlier edition of the scene: it can be looked at and cannot go on. */
  earlier: boolean;
  path: string[];
  felt: number[][];
  now: { says: string; choices: Answer[] } | null;
  seat: Seat | null;
  turns: Turn[];
  heard: Stand;
  stand: Stand;
  ending: Ending | null;
  review: Review | null;
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
  ended: Play & { ending: Ending; review: Review; unsaid: NonNullable<Play["unsaid"]> };
}

/** A play in the list of all. */
export interface Listed extends Levels {
  number: number;
  two: boolean;
  earlier: boolean;
  lines: number;
  clock: Clock | null;
  kind: string | null;
  went: Way[];
  person: Ending["person"];
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
  people: number;
  met: number;
  otherwise: number;
}

export interface View extends Sourced {
  client: string;
  helper: string;
  scene: string;
  setting: string;
  minutes: number | null;
  people: number;
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
  /** The numbers of the shortest and of the longest play; one if none is longer than another. */
  extremes: number[];
  picture: Picture | null;
  counted?: number | null;
  /** Why the play that was recorded does not count, in a sentence. */
  obstacle?: string;
}

export type StageUi = Ui<View, State>;
export type Where = AnyWhere<View, State>;
