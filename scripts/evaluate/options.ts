import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Refusal } from '../refusal';

const usage =
  'Usage: npm run -s search:evaluate -- --catalogue FILE… --queries FILE [--engine postgres|meilisearch] [--json]';

export type Options = { catalogues: string[]; queries: string; engine: 'postgres' | 'meilisearch'; isJson: boolean };

/** `--catalogue` may be repeated or have several files behind it. */
export function readOptions(args: readonly string[]): Options {
  // A list behind one option is what shells make of a pattern.
  const spread: string[] = [];
  let isList = false;
  for (const arg of args) {
    if (arg.startsWith('-')) isList = arg === '--catalogue';
    else if (isList && !spread.at(-1)?.startsWith('--catalogue')) spread.push('--catalogue');
    spread.push(arg);
  }
  const { values } = parse(spread);
  const { catalogue: catalogues = [], queries, engine = 'postgres', json = false } = values;
  if (catalogues.length === 0 || queries === undefined) throw new Refusal(usage);
  if (engine !== 'postgres' && engine !== 'meilisearch') throw new Refusal(usage);
  // npm runs scripts in the project's folder; files are meant from where the person is.
  const from = process.env.INIT_CWD ?? process.cwd();
  return {
    catalogues: [...new Set(catalogues.map((file) => resolve(from, file)))],
    queries: resolve(from, queries),
    engine,
    isJson: json,
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        catalogue: { type: 'string', multiple: true },
        queries: { type: 'string' },
        engine: { type: 'string' },
        json: { type: 'boolean' },
      },
    });
  } catch {
    throw new Refusal(usage);
  }
}
