// @ts-check
// What this helpkit ships: its notebooks with their code, and the words of the lesson view.

/** @import { Course, Entry, NotebookModel } from "./types.js" */

/** @typedef {{ makeRequest: Function, makeSettings: () => { baseUrl: string } }} Server */

/** How often it is asked for, and how long in between, in milliseconds: without it no lesson is shown. */
const TIMES = 5;
const PAUSE = 1000;

/** @param {Server} server @returns {Promise<Course>} */
export async function fetchCourse(server, times = TIMES) {
  try {
    return await askForCourse(server);
  } catch (error) {
    if (times === 1) throw error;
    await new Promise((next) => setTimeout(next, PAUSE));
    return fetchCourse(server, times - 1);
  }
}

/** @param {Server} server @returns {Promise<Course>} */
async function askForCourse(server) {
  const settings = server.makeSettings();
  const response = await server.makeRequest(`${settings.baseUrl}helpkit/course.json`, {}, settings);
  if (!response.ok) throw new Error(`helpkit/course.json: ${response.status} ${response.statusText}`);
  return response.json();
}

/** The notebook of ours that this says it is. @param {Course} course @param {NotebookModel} model @returns {Entry | null} */
export function entryOf(course, model) {
  const { language, lesson, exercise } = model.getMetadata("helpkit") ?? {};
  const kind = exercise ? "exercise" : "lesson";
  const number = exercise ?? lesson;
  const same = (/** @type {Entry} */ entry) =>
    entry.kind === kind && entry.number === number && entry.language === language;
  return course.notebooks.find(same) ?? null;
}

/**
 * Whether it holds our code and no other. Metadata say nothing: anybody can write those.
 * @param {Entry} entry @param {NotebookModel} model
 */
export function isUnchanged(entry, model) {
  const code = [...model.cells].filter(({ type }) => type === "code").map(({ sharedModel }) => sharedModel.getSource());
  return code.length === entry.code.length && code.every((source, at) => source === entry.code[at]);
}

/** The notebooks of one language, in the order of the course. @param {Course} course @param {string} language */
export function lessons(course, language) {
  const mine = course.notebooks.filter((entry) => entry.kind === "lesson" && entry.language === language);
  return mine.sort((a, b) => a.number.localeCompare(b.number));
}
