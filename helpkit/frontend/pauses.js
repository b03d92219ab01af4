// @ts-check
// Every pause that a page makes by itself, in milliseconds.

/** How long a hand rests before what it wrote is sent. */
export const HAND_RESTS = 1000;

/** How long the kernel may be silent before the learner is told that nothing is lost. */
export const KERNEL_SILENT = 4000;

/** How long a card lies before it can be compared: a second tap is not a wish to see ours. */
export const CARD_SETTLES = 1000;
