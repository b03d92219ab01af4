// The shapes that the front end shares: of what Python sends, of a widget, and of what `h` builds.
// Only the checker reads this file; no browser loads it.

import type { storage } from "./storage.js";

/** What a widget's Python keeps in step with the page. `View` is fixed, `State` comes anew. */
export interface Traits<View, State> {
  view: View & { title: string; intro?: string };
  state: State;
  words: Record<string, string>;
  language: string;
  place: string;
  waits: string;
  helpkit: string;
  /** Of a widget that draws: how a language writes numbers, and the model that brings plotly. */
  drawing: { decimal: string; thousands: string; picture: string };
  runtime: string;
  /** Of a scene that is being written. */
  preview: Preview;
  edit: SceneEdit;
  /** Of a run: how far it is; nothing before the first. */
  progress: { running?: boolean; done?: number; of?: number };
}

/** What a learner did. The journal takes any value that JSON can hold; Python checks it. */
export interface Happening {
  item: string;
  kind: string;
  value?: unknown;
  private?: boolean;
  activity?: string;
  /** The play in which a conversation goes back to a line. */
  after?: number;
}

/** What Python says to an event. */
export interface Reply {
  id: string;
  saved?: boolean;
  refused?: boolean;
  problem: string;
}

/** The part of an anywidget model that is used here. */
export interface Model<View = unknown, State = unknown> {
  get<Name extends keyof Traits<View, State>>(name: Name): Traits<View, State>[Name];
  set(name: "helpkit", value: string): void;
  send(content: { id: string; event: Happening }): void;
  on(name: "msg:custom", callback: (reply: Reply) => void): void;
  on(name: `change:${string}`, callback: (whole: WholeModel) => void): void;
  off(name: "msg:custom", callback: (reply: Reply) => void): void;
  off(name: `change:${string}`, callback: (whole: WholeModel) => void): void;
}

/** A model as JupyterLab has it, as far as it is reached for. */
export interface WholeModel {
  comm?: { on_msg(take: (message: unknown) => void): void };
}

/** How another widget is found. */
export interface Host {
  // The exports of another widget are its own affair.
  getModel(model: string): Promise<any>;
  getWidget(model: string): Promise<{ exports: any }>;
}

/** What anywidget hands to `render`. */
export interface Where<View = unknown, State = unknown> {
  model: Model<View, State>;
  el: HTMLElement;
  host: Host;
}

/** What fills the {placeholders} of a text. */
export type Values = Record<string, unknown>;

/** A widget on the page, as `mount` hands it to the one who fills it. */
export interface Ui<View = unknown, State = unknown> {
  model: Model<View, State>;
  root: HTMLElement;
  body: HTMLElement;
  view: Traits<View, State>["view"];
  /** What Python knows now. */
  state(): State;
  /** A text in the learner's language, its {placeholders} filled in. */
  t(key: string, values?: object): string;
  /** To the journal, kept in the browser until it is there; whether it is on disk. */
  send(event: Happening): Promise<boolean>;
  /** For something that need not be kept; null if the channel is closed. */
  ask(event: Happening): Promise<Reply | null>;
  /** What was sent and not acknowledged, by this view or an earlier one. */
  unacknowledged(): Happening[];
  /** Say what is missing or wrong, where everybody sees it. */
  tell(text: string): void;
  /** Say something to those who listen instead of look. */
  say(text: string | null): void;
  /** Call at every new state, and at once. */
  follow(show: () => void): void;
  drafts: ReturnType<typeof storage>;
  /** Read the journal again whenever this comes into sight: it was often made before the rest. */
  refreshWhenSeen(): void;
}

export type Child = Node | string | null | undefined | false | readonly Child[];

type Named =
  | "class"
  | "id"
  | "for"
  | "type"
  | "name"
  | "value"
  | "role"
  | "title"
  | "tabindex"
  | "lang"
  | "dir"
  | "hidden"
  | "disabled"
  | "checked"
  | "open"
  | "rows"
  | "maxlength"
  | "min"
  | "max"
  | "step"
  | "scope"
  | "colspan"
  | "href"
  | "download"
  | "sandbox"
  | "srcdoc"
  | "label"
  | "autocomplete"
  | "draggable"
  | "placeholder"
  | "spellcheck"
  | "style"
  | "selected"
  | "inputmode"
  | "autocapitalize"
  | "popover"
  | `aria-${string}`
  | `data-${string}`;

/** A listener may be async; what it throws is shown in the widget. `onrest` comes when the hand rests. */
type Listeners<Element> = {
  [Kind in keyof HTMLElementEventMap as `on${Kind}`]?: (
    event: HTMLElementEventMap[Kind] & { currentTarget: Element; target: globalThis.Element },
  ) => unknown;
} & { onrest?: (event: Event) => unknown };

export type Attributes<Element> = { [Name in Named]?: string | number | boolean | null } & Listeners<Element>;

/** A cell of a picture's table; one with a key can be picked, and says of itself what `label` says. */
export interface Cell {
  text: string;
  key: string | null;
  label: string;
}

/** A picture in numbers: what Python drew, its sentences, and its table. */
export interface Picture {
  name: string;
  sentences: string[];
  header: string[];
  rows: { header: string; cells: Cell[] }[];
  figure: Figure;
}

/** Plotly knows some thousand attributes and checks them itself. */
export type Figure = { data: Record<string, any>[]; layout: Record<string, any> };

/** What draws: its state holds the picture. */
export interface Drawn {
  picture: Picture;
}

/** Where a model comes from, and what it leaves out. */
export interface Sourced {
  provenance: { origins: string[]; says: string; leaves_out: string };
}

/** Something to choose from. */
export interface Option {
  id: string;
  name: string;
  description?: string;
}

/** An answer with what it gives and what it costs. */
export interface Priced {
  label: string;
  gain: string;
  cost: string;
}

/** A guess, and of a number that is published how sure. */
export interface Guess {
  guess: number;
  sure: number | null;
}

/** Where a knob stands: its number, or the name of its option. */
export type Setting = number | string;

export interface NumberKnob {
  id: string;
  low: number;
  high: number;
  step: number;
  start: number;
  label: string;
  hint: string;
  shown: string;
}

export interface ChoiceKnob {
  id: string;
  options: string[];
  start: string;
  label: string;
  hint: string;
  labels: Record<string, string>;
}

export interface KnobsView extends Sourced {
  knobs: (NumberKnob | ChoiceKnob)[];
}

export interface KnobsState extends Drawn {
  values: Record<string, Setting>;
  open: string[];
}

/** How much of a part of an exercise is answered. */
export interface Progress {
  id: string;
  title: string;
  points: number;
  done: number;
  of: number;
}

/** A scene that somebody is writing, as far as it can be read. */
export interface Scene {
  title: string;
  setting: string;
  client: string;
  helper: string;
  hidden: string;
  first: string;
  start: number[];
  /** null where time does not run; `late` is the ending for when it is up. */
  minutes: number | null;
  late: string | null;
  mood: string;
  moods: { id: string; name: string }[];
  reveal: string;
  nodes: SceneLine[];
  endings: { id: string; says: string; kind: string }[];
}

export interface SceneLine {
  id: string;
  says: string;
  recalls: { mark: string; says: string }[];
  thinks: string;
  choices: SceneReply[];
}

/** `changes` are what it adds to the three meters at each trust, or once if trust makes no difference. */
export interface SceneReply {
  id: string;
  says: string;
  form: string;
  changes: number[][];
  minutes: number;
  leaves: string;
  needs: string;
  unless: string;
  next: string;
  why: string;
}

/** What a check makes of the text of a scene. */
export interface Preview {
  faults: { line: number | null; where: string; text: string }[];
  more: number;
  needs: { id: string; text: string; met: boolean }[];
  ours: boolean;
  scene: Scene | null;
  /** Only where it is written: null while the text cannot be read. */
  form?: SceneForm | null;
}

/** A text of a scene, and in which language it is if it has several. */
export interface SceneItemText {
  text: string;
  language: string;
}

/** A scene as fields; `extra` are the keys that have none. */
export interface SceneForm {
  title: SceneItemText;
  client: SceneItemText;
  helper: SceneItemText;
  setting: SceneItemText;
  hidden: SceneItemText;
  first: string;
  minutes: string;
  start: Record<string, string>;
  nodes: SceneFormLine[];
  endings: SceneFormEnding[];
  more: number;
  extra: string[];
}

export interface SceneFormLine {
  id: string;
  says: SceneItemText;
  choices: SceneFormChoice[];
  extra: string[];
}

export interface SceneFormChoice {
  id: string;
  says: SceneItemText;
  why: SceneItemText;
  right_for: SceneItemText;
  form: string;
  next: string;
  minutes: string;
  effect: Record<string, string>;
  extra: string[];
}

export interface SceneFormEnding {
  id: string;
  says: SceneItemText;
  kind: string;
  extra: string[];
}

/** What has come of an operation of the form: a text and the place it is about, or why there is none. */
export interface SceneEdit {
  id: string;
  text: string;
  where: string[];
  refusal: string;
}
