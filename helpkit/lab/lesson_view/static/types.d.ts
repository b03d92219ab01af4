// The little of JupyterLab that the lesson view uses, and what its modules hand to each other.
// Only the checker reads this file; no browser loads it.

export type Scope = Record<string, Record<string, { get(): Promise<() => any> }>>;

declare global {
  interface Window {
    _JUPYTERLAB: Record<string, { init(scope: Scope): void; get(): Promise<() => unknown> }>;
  }
}

export interface Signal<Arguments> {
  connect(slot: (sender: any, argument: Arguments) => void, owner?: unknown): boolean;
  disconnect(slot: (sender: any, argument: Arguments) => void, owner?: unknown): boolean;
}

export interface Lumino {
  id: string;
  node: HTMLElement;
  isVisible: boolean;
  isHidden: boolean;
  isDisposed: boolean;
  isAttached: boolean;
  title: { label: string; caption: string };
  disposed: Signal<void>;
  layout: { widgets: readonly Lumino[] } | null;
  hide(): void;
  show(): void;
  fit(): void;
  dispose(): void;
}

export interface CellModel {
  id: string;
  type: "code" | "markdown" | "raw";
  sharedModel: { getSource(): string };
  trusted: boolean;
  outputs: { fromJSON(outputs: unknown[]): void; toJSON(): { data?: Record<string, unknown> }[]; length: number };
  getMetadata(name: string): any;
}

export interface Cell {
  model: CellModel;
  node: HTMLElement;
  isDisposed: boolean;
}

export interface NotebookModel {
  defaultKernelName: string;
  defaultKernelLanguage: string;
  cells: Iterable<CellModel>;
  dirty: boolean;
  getMetadata(name: string): any;
}

export interface CommMessage {
  content: { data: Record<string, any> };
}

export interface Comm {
  open(data: Record<string, unknown>): unknown;
  send(data: Record<string, unknown>): unknown;
  close(): unknown;
  onMsg: (message: CommMessage) => void;
  onClose: () => void;
  isDisposed: boolean;
}

export interface Kernel {
  id: string;
  status: string;
  connectionStatus: string;
  info: Promise<unknown>;
  connectionStatusChanged: Signal<string>;
  requestCommInfo(content: { target_name?: string }): Promise<{ content: { comms?: Record<string, unknown> } }>;
  createComm(target: string): Comm;
  requestExecute(content: Record<string, unknown>): { done: Promise<unknown> };
}

export interface SessionContext {
  ready: Promise<void>;
  isReady: boolean;
  session: { kernel: Kernel | null; path: string } | null;
  statusChanged: Signal<string>;
  kernelChanged: Signal<unknown>;
  restartKernel(): Promise<unknown>;
  shutdown(): Promise<void>;
  changeKernel(model: { name: string }): Promise<unknown>;
  kernelPreference: { name?: string; language?: string };
  initialize(): Promise<boolean>;
}

export interface Panel extends Lumino {
  content: Lumino & {
    widgets: readonly Cell[];
    model: NotebookModel;
    outerNode: HTMLElement;
    notebookConfig: Record<string, unknown>;
    mode: string;
  };
  toolbar: Lumino;
  context: {
    path: string;
    ready: Promise<void>;
    model: NotebookModel;
    save(): Promise<void>;
    contentsModel: { writable?: boolean } | null;
  };
  sessionContext: SessionContext;
  addClass(name: string): void;
  toggleClass(name: string, on: boolean): void;
  hasClass(name: string): boolean;
  setConfig(config: any): void;
}

export interface Jupyter {
  app: {
    commands: { execute(id: string, options?: Record<string, unknown>): Promise<any> };
    shell: Shell;
    serviceManager: { contents: { get(path: string, options: { content: boolean }): Promise<unknown> } };
    restored: Promise<void>;
  };
  CodeCell: { execute(cell: Cell, session: SessionContext, metadata?: Record<string, unknown>): Promise<unknown> };
  /** JupyterLab was started for the course: its own bars may go. */
  isCourse: boolean;
  /** The language of the course, if so. */
  language: string;
}

export interface Shell extends Lumino {
  currentWidget: Lumino | null;
  widgets(area: "main"): Iterable<Lumino>;
  currentChanged: Signal<unknown>;
  leftCollapsed?: boolean;
  rightCollapsed?: boolean;
  collapseLeft?(): void;
  expandLeft?(): void;
  collapseRight?(): void;
  expandRight?(): void;
}

/** A notebook that this helpkit ships. */
export interface Entry {
  kind: "lesson" | "exercise";
  number: string;
  language: string;
  file: string;
  title: string;
  minutes: number;
  activities: Record<string, number>;
  code: string[];
}

export interface Course {
  version: string;
  languages: Record<string, { name: string; words: Record<string, string> }>;
  notebooks: Entry[];
}

export interface Part {
  id: string;
  title: string;
  isExtra: boolean;
  cells: Cell[];
  activities: string[];
  minutes: number;
}

export interface Progress {
  done: Set<string>;
  begun: Set<string>;
  read: Set<string>;
}

/** How far a lesson is on its way to being alive. */
export type Phase = "starting" | "alive" | "changed" | "stopped" | "failed";

/** All that the lesson view shows. */
export interface View extends Progress {
  phase: Phase;
  /** Whether the kernel answers over the network. */
  connected: boolean;
  part: number;
  layout: "steps" | "page";
  fold: boolean;
  /** JupyterLab is whole again. */
  code: boolean;
  /** Events on their way to the disk, and whether the kernel keeps silent about them. */
  waiting: number;
  silent: boolean;
  problem: string;
}

/** What the kernel says: at the beginning and at each change. */
export interface News {
  shown?: Record<string, string[]>;
  done?: string[];
  begun?: string[];
  read?: string[];
  place?: string;
  layout?: View["layout"];
  fold?: boolean;
  problem?: string;
}
