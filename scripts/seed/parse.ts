import type { Grammar } from './content/types';

export interface Feature {
  label: string;
  detail: string;
}

export interface Offer {
  /** US cents. */
  usdMinor: number;
  period: 'P1M' | 'P1Y' | null;
  trialDays: number;
}

/** An app as its author wrote it down, before the store gives it dates, numbers and a developer. */
export interface Concept {
  name: string;
  subtitle: string;
  glyph: string;
  offer: Offer;
  pitch: string;
  features: Feature[];
  keywords: string[];
  /** Nouns of its screens. */
  words: string[];
  grammar: Grammar;
  category: string;
  subcategory: string | null;
}

export function parseFeature(line: string): Feature {
  const [label = '', detail = ''] = line.split(' | ');
  return { label: label.trim(), detail: detail.trim() };
}

function parseOffer(text: string): Offer {
  if (text === 'free') return { usdMinor: 0, period: null, trialDays: 0 };
  const match = /^\$(\d+)\.(\d\d)(\/mo|\/yr)?(?: t(\d+))?$/.exec(text);
  if (!match) throw new Error(`not a price: ${text}`);
  const period = match[3] === '/mo' ? 'P1M' : match[3] === '/yr' ? 'P1Y' : null;
  return { usdMinor: Number(match[1]) * 100 + Number(match[2]), period, trialDays: Number(match[4] ?? 0) };
}

/**
 * Reads a grammar's apps: `= name | subtitle | glyph | price`, `~ pitch`, `+ feature | detail`, `# keywords`,
 * `@ words`. Prices are `free`, `$4.99`, `$2.99/mo t14` (14 days of trial) or `$29.99/yr`.
 */
export function parseApps(grammar: Grammar): Concept[] {
  const concepts: Concept[] = [];
  for (const line of grammar.apps.split('\n')) {
    const text = line.slice(2).trim();
    const last = concepts.at(-1);
    if (line.startsWith('= ')) {
      const [name = '', subtitle = '', glyph = '', price = ''] = text.split(' | ');
      const isGame = grammar.slug.startsWith('games-');
      concepts.push({
        name,
        subtitle,
        glyph,
        offer: parseOffer(price),
        pitch: '',
        features: [],
        keywords: [],
        words: [],
        grammar,
        category: isGame ? 'games' : grammar.slug,
        subcategory: isGame ? grammar.slug : null,
      });
    } else if (last && line.startsWith('~ ')) last.pitch = text;
    else if (last && line.startsWith('+ ')) last.features.push(parseFeature(text));
    else if (last && line.startsWith('# ')) last.keywords = text.split(',').map((word) => word.trim());
    else if (last && line.startsWith('@ ')) last.words = text.split(', ').map((word) => word.trim());
    else if (line.trim() !== '') throw new Error(`${grammar.slug}: cannot read "${line}"`);
  }
  return concepts;
}

export const slugify = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’.]/g, '')
    .replace(/&/g, ' and ')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
