/** Phrases written several to a line with bars between them. */
export const phrases = (text: string): readonly string[] => text.trim().split(/\s*[|\n]\s*/);
