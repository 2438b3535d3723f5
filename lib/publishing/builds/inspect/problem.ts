/** What is wrong with a build, in words for its developer. Everything else that is thrown while looking is our trouble. */
export class BuildProblem extends Error {}

/** Text out of a file, fit to stand in a sentence. */
export const quoted = (text: string): string => {
  const plain = text.toWellFormed().replace(/[\p{Cc}\p{Cf}]/gu, '');
  return `“${plain.length > 100 ? `${plain.slice(0, 100)}…` : plain}”`;
};
