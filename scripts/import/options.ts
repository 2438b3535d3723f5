import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Format } from '@/lib/catalog/import/formats/format';
import { formatNames, formats } from '@/lib/catalog/import/formats/formats';
import { Refusal } from '../refusal';

export type Options = {
  file: string;
  name: string;
  /** Given: every row is of this format, whatever it says of itself. */
  format: Format | undefined;
  rejectsFile: string | undefined;
  batchRows: number | undefined;
  isJson: boolean;
  /** Whether the apps are found in searches when the import ends; else the store's worker sees to it. */
  isIndexed: boolean;
};

const usage = `Usage: npm run import -- FILE [--format NAME] [--rejects FILE] [--json] [--no-index]; formats are ${formatNames.join(', ')}.`;

export function readOptions(args: string[]): Options {
  const { values, positionals } = parse(args);
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new Refusal(usage);
  const format = values.format === undefined ? undefined : formats.get(values.format);
  if (values.format !== undefined && !format) {
    throw new Refusal(`There is no format "${values.format}"; formats are ${formatNames.join(', ')}.`);
  }
  const batchRows = values['batch-rows'] === undefined ? undefined : Number(values['batch-rows']);
  if (batchRows !== undefined && !(Number.isInteger(batchRows) && batchRows >= 1 && batchRows <= 100_000)) {
    throw new Refusal('--batch-rows takes a number from 1 to 100000.');
  }
  // npm runs scripts in the project's folder; the file is meant from where the person is.
  const from = process.env.INIT_CWD ?? process.cwd();
  return {
    file: resolve(from, file),
    name: basename(file),
    format,
    rejectsFile: values.rejects === undefined ? undefined : resolve(from, values.rejects),
    batchRows,
    isJson: values.json === true,
    isIndexed: values['no-index'] !== true,
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        format: { type: 'string' },
        rejects: { type: 'string' },
        'batch-rows': { type: 'string' },
        json: { type: 'boolean' },
        'no-index': { type: 'boolean' },
      },
    });
  } catch {
    throw new Refusal(usage);
  }
}
