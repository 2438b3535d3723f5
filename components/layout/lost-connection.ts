// What Chromium, Firefox and Safari say of a request without an answer.
const unanswered = /^(?:Failed to fetch|NetworkError when attempting|Load failed|Importing a module script failed)/;

/** Whether a page failed for want of an answer: a part of its scripts, or of its data, never arrived. */
export const isConnectionLost = ({ name, message }: Error) => name === 'ChunkLoadError' || unanswered.test(message);
