import { renameSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { systemContext } from '@/lib/context';
import { closeDb } from '@/lib/database';
import { modelFile } from '@/lib/integrity/model/load-model';
import { parseModel, serializeModel } from '@/lib/integrity/model/model';
import { type Corpus, trainModel } from '@/lib/integrity/model/train';
import { openDatabase } from './database';
import { explain, readSettings } from './environment';
import { readCorpus, requireBothLabels } from './integrity/corpora';
import { decidedReviews } from './integrity/decided-reviews';
import { generatedCorpus } from './integrity/generate';
import { pathFrom } from './integrity/read-rows';
import { migrate } from './migrate';
import { say } from './progress';
import { Refusal } from './refusal';
import { printTable, tolerateClosedOutput } from './table';

const usage = 'Usage: npm run integrity:train -- (--labelled FILE… | --from-decisions | --generated) [--out FILE]';

/** `--labelled a b` as well as `--labelled a --labelled b`. */
function readOptions(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        labelled: { type: 'string', multiple: true },
        'from-decisions': { type: 'boolean' },
        generated: { type: 'boolean' },
        out: { type: 'string' },
      },
    });
    const files = [...(values.labelled ?? []), ...positionals];
    const ways = [values.labelled !== undefined, values['from-decisions'], values.generated].filter(Boolean);
    if (ways.length !== 1 || (positionals.length > 0 && values.labelled === undefined)) throw new Refusal(usage);
    return { files, isFromDecisions: values['from-decisions'] === true, out: values.out };
  } catch {
    throw new Refusal(usage);
  }
}

async function decisions(): Promise<{ corpus: Corpus; dataDir: string }> {
  const { url, dataDir, close } = await openDatabase();
  try {
    await migrate(url);
    return { corpus: await decidedReviews(systemContext('integrity-train')), dataDir };
  } finally {
    await closeDb();
    await close();
  }
}

async function corporaOf(options: ReturnType<typeof readOptions>): Promise<{ corpora: Corpus[]; path: string }> {
  const out = options.out === undefined ? undefined : pathFrom(options.out);
  if (options.isFromDecisions) {
    const { corpus, dataDir } = await decisions();
    return { corpora: [corpus], path: out ?? modelFile(dataDir) };
  }
  const corpora =
    options.files.length === 0 ? [generatedCorpus()] : options.files.map((file) => readCorpus(pathFrom(file)));
  return { corpora, path: out ?? modelFile(readSettings('production').dataDir) };
}

async function main(): Promise<void> {
  tolerateClosedOutput();
  const { corpora, path } = await corporaOf(readOptions(process.argv.slice(2)));
  requireBothLabels(corpora);
  const started = performance.now();
  const text = serializeModel(trainModel(corpora));
  const seconds = (performance.now() - started) / 1000;
  const { name } = parseModel(text);
  // Whoever reads it meanwhile finds the old one or the new one, whole.
  writeFileSync(`${path}.new`, `${JSON.stringify(JSON.parse(text), null, 2)}\n`);
  renameSync(`${path}.new`, path);
  printTable(
    ['texts', 'genuine', 'fake'],
    corpora.map(({ name: of, examples }) => {
      const fakes = examples.filter(({ fake }) => fake === 1).length;
      return [of, examples.length - fakes, fakes];
    }),
  );
  say(`Model ${name} (${Math.round(text.length / 1000)} kB, ${seconds.toFixed(1)} s) is in ${path}.`);
}

main().catch((error: unknown) => {
  say(explain(error) ?? String(error instanceof Error ? error.stack : error));
  process.exitCode = 1;
});
