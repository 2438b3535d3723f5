import { type Ctx, requireRole } from '@/lib/context';
import { csvRow } from '@/lib/csv';
import { decimalOf } from '@/lib/money';
import { payoutsOfMonth } from './queries';

const heads = ['payout_id', 'month', 'organization_id', 'organization', 'amount', 'currency', 'status', 'paid_at'];

/**
 * The payouts of a month as CSV for a bank, in pieces; amounts in major units. For admins: throws 401,
 * 403 `role_required`, before the first piece.
 */
export function exportPayouts(ctx: Ctx, month: string): AsyncGenerator<string> {
  requireRole(ctx, 'admin');
  return pieces(ctx, month);
}

async function* pieces(ctx: Ctx, month: string): AsyncGenerator<string> {
  yield csvRow(heads);
  for await (const payouts of payoutsOfMonth(ctx, month)) {
    yield payouts
      .map((one) =>
        csvRow([
          one.id,
          one.month,
          one.organization.id,
          one.organization.name,
          decimalOf(one),
          one.currency,
          one.status,
          one.paidAt,
        ]),
      )
      .join('');
  }
}
