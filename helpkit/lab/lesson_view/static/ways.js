// @ts-check
// Where else one can go: the other language, the lessons beside this one, all lessons.
import { lessons } from "./course.js";

/** @import { Course, Entry, Jupyter } from "./types.js" */
/** @import { Way } from "./bar.js" */
/** @import { Words } from "./outline.js" */

/** The welcome page stands before the first lesson. */
const WELCOME = "00";

/** A path beside that of a notebook; `..` goes up. @param {string} path @param {string} relative */
export function beside(path, relative) {
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  const { pathname } = new URL(relative, `http://page/${encoded}`);
  return decodeURIComponent(pathname).slice(1);
}

/** Whether it is there; a server that is busy does not mean that it is not. @param {Jupyter["app"]} app @param {string} path */
async function exists({ serviceManager }, path) {
  return serviceManager.contents.get(path, { content: false }).then(
    () => true,
    (error) => error.response?.status !== 404,
  );
}

/** The lessons before and after this one. @param {Course} course @param {Entry} entry */
function neighbours(course, entry) {
  const all = lessons(course, entry.language);
  const at = entry.kind === "lesson" ? all.findIndex(({ number }) => number === entry.number) : -1;
  const isLesson = (/** @type {Entry | undefined} */ other) => (other && other.number !== WELCOME ? other : null);
  return { before: at > 0 ? isLesson(all[at - 1]) : null, after: at >= 0 ? isLesson(all[at + 1]) : null };
}

/** @param {Entry} entry */
export function fullTitle({ kind, number, title }) {
  return kind === "exercise" || number === WELCOME ? title : `${Number(number)} · ${title}`;
}

/** The same in the other languages; an exercise is handed out in one. @param {Course} course @param {Entry} entry */
function translations(course, entry) {
  const same = (/** @type {Entry} */ other) => other.kind === entry.kind && other.number === entry.number;
  if (entry.kind === "exercise") return [];
  return course.notebooks.filter((other) => same(other) && other.language !== entry.language);
}

/** The welcome page, for a lesson. @param {Course} course @param {Entry} entry */
function homeOf(course, entry) {
  if (entry.kind === "exercise" || entry.number === WELCOME) return null;
  return lessons(course, entry.language).find(({ number }) => number === WELCOME) ?? null;
}

/**
 * @param {Jupyter["app"]} app @param {string} here the path of this notebook
 * @param {(path: string) => void} leave opens another in its place
 * @returns {(to: Entry | null | undefined, relative: string, way: Omit<Way, "open">) => Promise<Way | null>}
 * the way to another notebook of ours, if it lies where it should
 */
function wayMaker(app, here, leave) {
  return async (to, relative, way) => {
    const path = beside(here, relative);
    return to && (await exists(app, path)) ? { ...way, open: () => leave(path) } : null;
  };
}

/**
 * @param {Jupyter["app"]} app @param {string} here @param {(path: string) => void} leave
 * @param {Course} course @param {Entry} entry @param {Words} t
 * @returns {Promise<{ ways: Way[], next: Way | null }>} only what is there
 */
export async function waysFrom(app, here, leave, course, entry, t) {
  const { before, after } = neighbours(course, entry);
  const make = wayMaker(app, here, leave);
  const named = (/** @type {Entry | null} */ to) => ({ title: to ? fullTitle(to) : "" });
  const home = homeOf(course, entry);
  const [next, ...ways] = await Promise.all([
    make(after, after?.file ?? "", { label: named(after).title }),
    ...translations(course, entry).map((to) => {
      const { name } = course.languages[to.language];
      return make(to, `../${to.language}/${to.file}`, { label: name, lang: to.language });
    }),
    make(home, home?.file ?? "", { label: t("all-lessons") }),
    make(before, before?.file ?? "", { label: t("previous"), ...named(before) }),
    make(after, after?.file ?? "", { label: t("next"), ...named(after) }),
  ]);
  return { ways: ways.filter((way) => way !== null), next };
}
