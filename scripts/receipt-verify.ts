import { createPublicKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { checkReceipt } from '@/lib/purchases/receipts/check-receipt';
import { maxReceiptBytes } from '@/lib/purchases/receipts/rules';
import { type Environment, environments, type RefusalCode } from '@/lib/purchases/receipts/schema';
import { say } from './progress';
import { Refusal, systemCode } from './refusal';

// Without database and settings: for anybody who has the receipt and the store's /.well-known/jwks.json.

const usage = 'Usage: npm run receipt:verify -- FILE --jwks FILE [--bundle-id ID] [--environment Production|Sandbox]';
const badUsage = 2;

const reasons: Record<RefusalCode, string> = {
  algorithm_refused: 'it is not signed with ES256',
  header_refused: 'its header has more than alg, kid and typ',
  type_refused: 'it is a token of another kind',
  unknown_receipt: 'its key is none of these',
  signature_invalid: 'the signature does not match: changed, cut short or made up',
  claims_invalid: 'it does not say what a receipt says',
  bundle_mismatch: 'it is of another app',
  environment_mismatch: 'it is of another environment',
};

const keySet = z.object({
  keys: z.array(z.looseObject({ kid: z.string(), kty: z.literal('EC'), crv: z.literal('P-256') })),
});

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        jwks: { type: 'string' },
        'bundle-id': { type: 'string' },
        environment: { type: 'string' },
      },
    });
    const [file, ...others] = positionals;
    const environment = environments.find((one) => one === values.environment);
    const isKnown = values.environment === undefined || environment !== undefined;
    if (file === undefined || others.length > 0 || values.jwks === undefined || !isKnown) throw new Refusal(usage);
    return { file, jwks: values.jwks, expected: { bundleId: values['bundle-id'], environment } satisfies Expected };
  } catch {
    throw new Refusal(usage);
  }
}

type Expected = { bundleId?: string; environment?: Environment };

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    throw new Refusal(`The file ${path} cannot be read (${systemCode(error) ?? 'unknown reason'}).`);
  }
}

function readKeys(path: string): Map<string, KeyObject> {
  try {
    const { keys } = keySet.parse(JSON.parse(read(path)));
    return new Map(keys.map((jwk) => [jwk.kid, createPublicKey({ key: jwk, format: 'jwk' })]));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`The file ${path} is no set of keys as a store has it at /.well-known/jwks.json.`);
  }
}

async function main(): Promise<void> {
  const { file, jwks, expected } = readArguments();
  const keys = readKeys(jwks);
  const receipt = read(file);
  const checked =
    Buffer.byteLength(receipt) > maxReceiptBytes
      ? null
      : await checkReceipt(receipt, (kid) => keys.get(kid) ?? null, expected);
  if (checked && 'transaction' in checked) {
    process.stdout.write(`${JSON.stringify(checked.transaction, null, 2)}\n`);
    const { revocationDate } = checked.transaction;
    if (revocationDate !== undefined) say(`Refunded on ${new Date(revocationDate).toISOString()}.`);
    return;
  }
  const [code, reason] = checked
    ? [checked.refusal, reasons[checked.refusal]]
    : ['receipt_malformed', 'it is no receipt'];
  process.stdout.write(`Refused (${code}): ${reason}.\n`);
  process.exitCode = 1;
}

main().catch((error: unknown) => {
  if (!(error instanceof Refusal)) throw error;
  say(error.message);
  process.exitCode = badUsage;
});
