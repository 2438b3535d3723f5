// Characters that nobody sees and that change how the others are read; the joiner within emoji is none of them.
const invisible = /[\p{Cc}\p{Cf}]/u;
const withoutJoiners = (text: string) => text.replace(/\u200d/g, '');

/** One line without control characters or such as turn the direction of what follows. */
export const isPlainLine = (text: string): boolean => !invisible.test(withoutJoiners(text));

/** The same for text of several lines. */
export const isPlainText = (text: string): boolean => !invisible.test(withoutJoiners(text).replace(/[\n\r\t]/g, ''));
