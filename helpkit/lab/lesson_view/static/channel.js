// @ts-check
// The line to the kernel: what it shows, what is done, and where the learner was.

/** @import { Kernel, News } from "./types.js" */

const TARGET = "helpkit.lesson_view";
const WIDGETS = "jupyter.widget";

/** Whether a kernel shows widgets already: somebody has run the lesson. @param {Kernel} kernel */
export async function hasWidgets(kernel) {
  const { content } = await kernel.requestCommInfo({ target_name: WIDGETS });
  return Object.keys(content.comms ?? {}).length > 0;
}

/**
 * @param {Kernel} kernel @param {(news: News) => void} hear
 * @returns {Promise<((message: Record<string, unknown>) => void) | null>} what says something to the kernel;
 * nothing if the kernel has no lesson
 */
export function openChannel(kernel, hear) {
  return new Promise((done) => {
    const comm = kernel.createComm(TARGET);
    // After the death of a kernel nothing can be said; what matters goes the way of answers.
    const tell = (/** @type {Record<string, any>} */ message) => void (comm.isDisposed || comm.send(message));
    comm.onMsg = ({ content }) => {
      hear(content.data);
      done(tell);
    };
    comm.onClose = () => done(null);
    comm.open({});
  });
}
