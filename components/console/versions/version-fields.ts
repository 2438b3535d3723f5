import { editable, inFlight, stateNames, type VersionState } from '@/lib/publishing/rules';
import type { ConsoleVersionDetail } from '@/lib/publishing/schema';

export type Fields = Pick<
  ConsoleVersionDetail,
  'releaseNotes' | 'languages' | 'minimumOs' | 'webUrl' | 'reviewNotes' | 'demoAccount' | 'releaseMode' | 'releaseAt'
>;

export const fieldsOf = (version: Fields): Fields => ({
  releaseNotes: version.releaseNotes,
  languages: version.languages,
  minimumOs: version.minimumOs,
  webUrl: version.webUrl,
  reviewNotes: version.reviewNotes,
  demoAccount: version.demoAccount,
  releaseMode: version.releaseMode,
  releaseAt: version.releaseAt,
});

/** The edits that still differ from what is stored. */
export function lastingEdits(edits: Partial<Fields>, stored: Fields): Partial<Fields> {
  const keys = (Object.keys(edits) as (keyof Fields)[]).filter(
    (key) => JSON.stringify(edits[key]) !== JSON.stringify(stored[key]),
  );
  return Object.fromEntries(keys.map((key) => [key, edits[key]])) as Partial<Fields>;
}

export type Part = 'words' | 'binary' | 'release';

const possible: Record<Part, readonly VersionState[]> = {
  words: editable,
  binary: editable.filter((state) => state !== 'metadata_rejected' && state !== 'processing'),
  release: inFlight,
};

/** Why a part of a version cannot be changed in a state; null when it can. */
export function lockOf(part: Part, state: VersionState): string | null {
  if (possible[part].includes(state)) return null;
  if (part === 'binary' && state === 'metadata_rejected') return 'Only text and pictures are to be changed now.';
  return `It cannot be changed while the version is ${stateNames[state].toLowerCase()}.`;
}
