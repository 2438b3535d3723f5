import { parseArgs } from 'node:util';
import { explain } from './environment';
import { type Account, accounts } from './integrity/accounts';
import { evaluateBehaviour } from './integrity/behaviour';
import { chosenModel } from './integrity/chosen-model';
import { evaluateCampaign } from './integrity/evaluate-campaign';
import { evaluateLabelled, shown } from './integrity/evaluate-labelled';
import { pathFrom } from './integrity/read-rows';
import { say } from './progress';
import { Refusal } from './refusal';
import { printTable, tolerateClosedOutput } from './table';

const usage = `Usage: npm run -s integrity:evaluate -- [--model FILE] [--labelled FILE…] [--campaign FILE --ordinary FILE] [--account ${accounts.join('|')}] [--behaviour FILE --labels FILE] [--json]`;

function readOptions(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        model: { type: 'string' },
        labelled: { type: 'string', multiple: true },
        campaign: { type: 'string' },
        ordinary: { type: 'string' },
        account: { type: 'string', default: 'new-owner' },
        behaviour: { type: 'string' },
        labels: { type: 'string' },
        json: { type: 'boolean' },
      },
    });
    const account = accounts.find((name) => name === values.account);
    // `--labelled a b`: the option takes the first, the others stand after it, in the order given.
    const labelled = labelledIn(args, positionals);
    const { campaign, ordinary, behaviour, labels } = values;
    const isPaired =
      (campaign === undefined) === (ordinary === undefined) && (behaviour === undefined) === (labels === undefined);
    const isNothing = labelled.length === 0 && campaign === undefined && behaviour === undefined;
    const isStray = positionals.length > 0 && values.labelled === undefined;
    if (account === undefined || !isPaired || isNothing || isStray) throw new Refusal(usage);
    return { ...values, account, labelled };
  } catch {
    throw new Refusal(usage);
  }
}

function labelledIn(args: readonly string[], positionals: readonly string[]): string[] {
  return args.flatMap((arg, i) => {
    if (arg.startsWith('--labelled=')) return [arg.slice('--labelled='.length)];
    return args[i - 1] === '--labelled' || (positionals.includes(arg) && !args[i - 1]?.startsWith('--')) ? [arg] : [];
  });
}

type Printer = (heads: readonly string[], rows: readonly (readonly (string | number)[])[]) => void;

function evaluate(options: ReturnType<typeof readOptions>, print: Printer): Record<string, unknown> {
  const account: Account = options.account;
  const needsModel = options.labelled.length > 0 || options.campaign !== undefined;
  const model = needsModel ? chosenModel(options.model) : undefined;
  const results: Record<string, unknown> = {};
  if (model && options.labelled.length > 0) {
    const evaluated = options.labelled.map((file) => evaluateLabelled(file, pathFrom(file), model, account));
    const heads = ['precision < 0.3', 'recall < 0.3', 'precision < 0.6', 'recall < 0.6'];
    print(
      ['file', 'by', 'reviews', 'AUC', ...heads],
      evaluated.flatMap(({ rows }) => rows),
    );
    results.labelled = evaluated.map(({ result }) => result);
  }
  if (model && options.campaign !== undefined && options.ordinary !== undefined) {
    const { rows, result } = evaluateCampaign(pathFrom(options.campaign), pathFrom(options.ordinary), model, account);
    print(
      [`campaign, ${account}`, 'reviews', 'approved', 'held', 'rejected', 'ordinary approved'],
      rows.map(([name, n, ...shares]) => [name, n, ...shares.map((share) => `${(100 * share).toFixed(1)}%`)]),
    );
    results.campaign = result;
  }
  if (options.behaviour !== undefined && options.labels !== undefined) {
    const result = evaluateBehaviour(pathFrom(options.behaviour), pathFrom(options.labels));
    const interval = result.interval?.map(shown).join(' to ') ?? '–';
    print(['behaviour', 'AUC', '95% interval'], [[`${result.n} raters`, shown(result.auc), interval]]);
    results.behaviour = result;
  }
  return results;
}

try {
  tolerateClosedOutput();
  const options = readOptions(process.argv.slice(2));
  const results = evaluate(options, options.json ? () => undefined : printTable);
  if (options.json) process.stdout.write(`${JSON.stringify(results)}\n`);
} catch (error) {
  say(explain(error) ?? String(error instanceof Error ? error.stack : error));
  process.exitCode = 1;
}
