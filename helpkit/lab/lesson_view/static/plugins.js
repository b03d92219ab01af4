// @ts-check
// Our two plugins: the lesson view, and what is said when the server is gone.
import { entryOf, fetchCourse, lessons } from "./course.js";
import { h } from "./elements.js";
import { LessonView } from "./lesson_view.js";
import { Surroundings } from "./surround.js";

/** @import { Course, Jupyter, Lumino, Panel, Scope } from "./types.js" */

/** @param {Scope} scope @param {string} name @returns {Promise<any>} */
async function shared(scope, name) {
  const [version] = Object.values(scope[name]);
  return (await version.get())();
}

/** Cells are laid out whole, whatever the settings say: what is not on the screen is hidden by us. @param {Panel} panel */
function layWhole(panel) {
  const own = panel.setConfig.bind(panel);
  panel.setConfig = (config) => own({ ...config, notebookConfig: whole(config.notebookConfig) });
  panel.content.notebookConfig = whole(panel.content.notebookConfig);
}

/** @param {Record<string, unknown>} config */
function whole(config) {
  // To leave this mode makes JupyterLab 4.5 look for an observer that is gone, and the mode does no harm.
  const windowingMode = config.windowingMode === "contentVisibility" ? config.windowingMode : "none";
  return { ...config, windowingMode, scrollPastEnd: false };
}

/** JupyterLab starts the kernel too, but sees to checkpoints first. @param {Panel} panel */
function startKernel({ context, sessionContext }) {
  const { defaultKernelName, defaultKernelLanguage: language } = context.model;
  const name = defaultKernelName || sessionContext.kernelPreference.name;
  sessionContext.kernelPreference = { ...sessionContext.kernelPreference, name, language };
  sessionContext.initialize();
}

/** @typedef {Map<Lumino, LessonView>} Views */

/** @param {Panel} panel @param {Jupyter} jupyter @param {Promise<Course>} coming @param {Views} views */
async function look(panel, jupyter, coming, views) {
  await panel.context.ready;
  if (!panel.content.model?.getMetadata("helpkit")) return;
  const course = await coming;
  const entry = entryOf(course, panel.content.model);
  if (!entry || panel.isDisposed) return;
  startKernel(panel);
  layWhole(panel);
  const view = new LessonView(panel, jupyter, course, entry);
  views.set(panel, view);
  panel.disposed.connect(() => views.delete(panel));
  document.dispatchEvent(new CustomEvent("helpkit-surroundings"));
  view.open();
}

/** @param {any} app @param {any} modules */
function jupyterOf(app, { cells, coreutils }) {
  const language = coreutils.PageConfig.getOption("helpkitCourse");
  return /** @type {Jupyter} */ ({ app, CodeCell: cells.CodeCell, language, isCourse: Boolean(language) });
}

/** @param {any} app @param {any} tracker @param {any} modules @param {Views} views */
function activate(app, tracker, modules, views) {
  document.head.append(h("link", { rel: "stylesheet", href: new URL("lesson_view.css", import.meta.url).href }));
  const jupyter = jupyterOf(app, modules);
  const coming = fetchCourse(modules.services.ServerConnection);
  const isLesson = (/** @type {Lumino | null} */ widget) => Boolean(widget && views.get(widget)?.isLesson);
  const around = new Surroundings(app.shell, jupyter.isCourse, isLesson);
  document.addEventListener("helpkit-surroundings", around.fit);
  const start = (/** @type {Panel} */ panel) =>
    look(panel, jupyter, coming, views).catch((error) => console.error("helpkit", error));
  tracker.widgetAdded.connect((/** @type {any} */ _, /** @type {Panel} */ panel) => start(panel));
  tracker.forEach(start);
  if (jupyter.isCourse) openHome(jupyter, coming).catch((error) => console.error("helpkit", error));
}

/** Nothing is open, as in a second window: the front door of the course is. @param {Jupyter} jupyter @param {Promise<Course>} coming */
async function openHome({ app, language }, coming) {
  const course = await coming;
  await app.restored;
  const open = [...app.shell.widgets("main")].filter(({ id }) => !id.startsWith("launcher"));
  const home = lessons(course, language)[0];
  if (open.length || location.pathname.includes("/tree/") || !home) return;
  await app.commands.execute("docmanager:open", { path: `${home.language}/${home.file}` });
}

/** In front of a lesson the bar says that the server is gone; anywhere else JupyterLab says so. */
/** @param {any} application @param {Views} views */
function connectionLost(application, views) {
  return {
    id: "helpkit:connection-lost",
    autoStart: true,
    provides: application.IConnectionLost,
    activate:
      () =>
      (/** @type {any[]} */ ...lost) =>
        [...views.keys()].some((panel) => panel.isVisible) ? Promise.resolve() : application.ConnectionLost(...lost),
  };
}

/** @param {Scope} scope */
export async function plugins(scope) {
  const names = ["application", "cells", "coreutils", "notebook", "services"];
  const loaded = await Promise.all(names.map((name) => shared(scope, `@jupyterlab/${name}`)));
  const modules = Object.fromEntries(names.map((name, at) => [name, loaded[at]]));
  /** @type {Views} */
  const views = new Map();
  const lessonView = {
    id: "helpkit:lesson-view",
    autoStart: true,
    requires: [modules.notebook.INotebookTracker],
    activate: (/** @type {any} */ app, /** @type {any} */ tracker) => activate(app, tracker, modules, views),
  };
  return [lessonView, connectionLost(modules.application, views)];
}
