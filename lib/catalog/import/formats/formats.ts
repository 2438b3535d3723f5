import { apple2017 } from './apple-2017';
import { appleGames2019 } from './apple-games-2019';
import { fdroid2026 } from './fdroid-2026';
import { flathub2025 } from './flathub-2025';
import type { Format } from './format';
import { googlePlay2018 } from './google-play-2018';
import { googlePlay2021 } from './google-play-2021';
import { obsidian2026 } from './obsidian-2026';
import { pomona } from './pomona';

const all = [pomona, apple2017, appleGames2019, googlePlay2018, googlePlay2021, flathub2025, fdroid2026, obsidian2026];

/** Every format that can be imported, by name. */
export const formats: ReadonlyMap<string, Format> = new Map(all.map((format) => [format.name, format]));

export const formatNames = all.map((format) => format.name);

const field = (row: unknown, name: string): unknown =>
  typeof row === 'object' && row !== null ? (row as Record<string, unknown>)[name] : undefined;

/** The catalogue that a row says it is of; undefined where it does not say. */
export function sourceOf(row: unknown): string | undefined {
  const source = field(row, 'source');
  return typeof source === 'string' && source.trim() !== '' ? source.trim() : undefined;
}

/**
 * The format of a file by what its first rows say about themselves, else by its name, else the store's own where rows
 * look like it; undefined where nothing tells.
 */
export function guessFormat(rows: readonly unknown[], fileName: string): Format | undefined {
  for (const row of rows) {
    const format = formats.get(sourceOf(row) ?? '');
    if (format) return format;
  }
  const named = formatNames.filter((name) => fileName.toLowerCase().includes(name));
  if (named[0] !== undefined) return formats.get(named[0]);
  return rows.some((row) => field(row, 'bundleId') !== undefined) ? pomona : undefined;
}
