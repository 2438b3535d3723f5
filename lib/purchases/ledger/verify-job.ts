import type { Job } from '@/lib/events/schedule/job';
import { verifyLedger } from './verify-ledger';

/** Fails when anything does not add up, so that it stands red among the jobs until it does. */
export const verifyLedgerJob: Job = {
  name: 'ledger.verify',
  purpose: 'Proves that the books add up, with what people own and with the payment sandbox',
  cron: '40 3 * * *',
  async run(ctx, signal) {
    const { checks, findings } = await verifyLedger(ctx, signal);
    if (findings.length === 0) return `${checks.length} checks, nothing amiss`;
    ctx.log.error({ findings }, 'the ledger does not add up');
    throw new Error(
      findings.map(({ check, count, examples }) => `${check}: ${count} (${examples[0] ?? ''})`).join('; '),
    );
  },
};
