import { createRandom } from '@/lib/catalog/artwork/random';
import { sandboxCards } from '@/lib/payments/rules';
import type { SeedPurchase } from './commerce';
import { type Table, table } from './copy';
import { chargeId, isPaid } from './ledger';
import { seededId, wilsonLower } from './numbers';
import type { SeedReview } from './opinions';
import type { World } from './world';

const paymentToken = (purchase: SeedPurchase) =>
  purchase.amountMinor === 0 ? null : purchase.declineCode === null ? 'sandbox:ok' : `sandbox:${purchase.declineCode}`;

export function* commerceTables(world: World): Generator<Table> {
  const { demo, purchases, entitlements } = world;
  const cards = (['sandbox:ok', 'sandbox:insufficient_funds'] as const).map((token, i) => ({
    id: seededId(createRandom(`card:${token}`), demo.shopper.createdAt),
    token,
    isDefault: i === 0,
  }));
  yield table('payment_methods', cards, {
    id: (c) => c.id,
    user_id: () => demo.shopper.id,
    provider: () => 'sandbox',
    token: (c) => c.token,
    label: (c) => sandboxCards[c.token].label,
    is_default: (c) => c.isDefault,
    created_at: () => demo.shopper.createdAt,
  });
  yield table('purchases', purchases, {
    id: (p) => p.id,
    user_id: (p) => p.user.id,
    app_id: (p) => p.app.id,
    price_id: (p) => p.price.id,
    amount_minor: (p) => p.amountMinor,
    currency: (p) => p.currency,
    country: (p) => p.user.country,
    kind: (p) => p.price.kind,
    status: (p) => p.status,
    provider: (p) => (p.amountMinor > 0 ? 'sandbox' : null),
    provider_payment_id: (p) => (isPaid(p) ? chargeId(p) : null),
    payment_token: paymentToken,
    decline_code: (p) => p.declineCode,
    original_purchase_id: (p) => p.originalPurchaseId,
    period_number: (p) => p.periodNumber,
    created_at: (p) => p.createdAt,
    purchased_at: (p) => p.purchasedAt,
    expires_at: (p) => p.expiresAt,
    refunded_at: (p) => p.refundedAt,
  });
  yield table('entitlements', entitlements, {
    id: (e) => e.id,
    user_id: (e) => e.user.id,
    app_id: (e) => e.app.id,
    purchase_id: (e) => e.purchaseId,
    is_active: (e) => e.revokedAt === null,
    granted_at: (e) => e.grantedAt,
    revoked_at: (e) => e.revokedAt,
  });
  yield* bookTables(world);
}

/** The store's books and the sandbox's. */
function* bookTables({ charges, refunds, payouts, ledger }: World): Generator<Table> {
  yield table('refunds', refunds, {
    id: (r) => r.id,
    purchase_id: (r) => r.purchase.id,
    user_id: (r) => r.purchase.user.id,
    amount_minor: (r) => r.purchase.amountMinor,
    currency: (r) => r.purchase.currency,
    reason: (r) => r.reason,
    status: () => 'approved',
    recovery_point: () => 'finished',
    provider_refund_id: (r) => `re_${r.id}`,
    decided_by: (r) => r.decidedBy,
    decided_at: (r) => (r.decidedBy ? r.finishedAt : r.createdAt),
    created_at: (r) => r.createdAt,
    finished_at: (r) => r.finishedAt,
  });
  yield table('sandbox.attempts', charges, {
    idempotency_key: (c) => c.purchase.id,
    amount_minor: (c) => c.purchase.amountMinor,
    currency: (c) => c.purchase.currency,
    outcome: () => 'succeeded',
    created_at: (c) => c.createdAt,
  });
  yield table('sandbox.charges', charges, {
    id: (c) => c.id,
    idempotency_key: (c) => c.purchase.id,
    amount_minor: (c) => c.purchase.amountMinor,
    currency: (c) => c.purchase.currency,
    status: (c) => c.status,
    created_at: (c) => c.createdAt,
  });
  yield table('sandbox.refunds', refunds, {
    id: (r) => `re_${r.id}`,
    idempotency_key: (r) => r.id,
    charge_id: (r) => chargeId(r.purchase),
    amount_minor: (r) => r.purchase.amountMinor,
    created_at: (r) => r.finishedAt,
  });
  yield table('payouts', payouts, {
    id: (p) => p.id,
    organization_id: (p) => p.organizationId,
    month: (p) => p.month,
    currency: (p) => p.currency,
    amount_minor: (p) => p.amountMinor,
    status: (p) => (p.paidAt ? 'paid' : 'pending'),
    created_at: (p) => p.createdAt,
    paid_at: (p) => p.paidAt,
  });
  yield table('ledger_entries', ledger, {
    id: (e) => e.id,
    transaction_id: (e) => e.transactionId,
    purchase_id: (e) => e.purchaseId,
    organization_id: (e) => e.organizationId,
    account: (e) => e.account,
    amount_minor: (e) => e.amountMinor,
    currency: (e) => e.currency,
    created_at: (e) => e.createdAt,
  });
}

const isOnDesk = ({ status, deletedAt }: SeedReview) =>
  deletedAt === null && (status === 'manual_review' || status === 'escalated');

export function* reviewTables({ reviews, responses, votes, signals, reviewReports }: World): Generator<Table> {
  const scores = new Map(signals.analyses.map(({ review, analysis }) => [review, analysis.score]));
  const reports = Map.groupBy(reviewReports, ({ review }) => review);
  // The last of the reports was one too many.
  const cameAt = (review: SeedReview) =>
    (reports.get(review) ?? []).reduce(
      (last, { createdAt }) => (createdAt > last ? createdAt : last),
      review.createdAt,
    );
  yield table('reviews', reviews, {
    id: (r) => r.id,
    app_id: (r) => r.app.id,
    user_id: (r) => r.user.id,
    rating: (r) => r.rating,
    title: (r) => r.title,
    body: (r) => r.body,
    status: (r) => r.status,
    is_visible: (r) => r.isVisible,
    app_version: (r) => r.appVersion,
    country: (r) => r.user.country,
    is_paid: (r) => r.isPaid,
    helpful_count: (r) => r.helpful,
    unhelpful_count: (r) => r.unhelpful,
    helpful_score: (r) => wilsonLower(r.helpful, r.helpful + r.unhelpful),
    report_count: (r) => reports.get(r)?.length ?? 0,
    score: (r) => scores.get(r) ?? null,
    queued_at: (r) => (isOnDesk(r) ? cameAt(r) : null),
    created_at: (r) => r.createdAt,
    edited_at: (r) => r.editedAt,
    deleted_at: (r) => r.deletedAt,
  });
  const live = reviews.filter((r) => r.deletedAt === null);
  yield table('review_revisions', live, {
    review_id: (r) => r.id,
    revision: () => 1,
    rating: (r) => r.rating,
    title: (r) => r.title,
    body: (r) => r.body,
    app_version: (r) => r.appVersion,
    created_at: (r) => r.editedAt ?? r.createdAt,
  });
  yield table('review_responses', responses, {
    review_id: (r) => r.review.id,
    organization_id: (r) => r.organization.id,
    author_id: (r) => r.author.id,
    body: (r) => r.body,
    created_at: (r) => r.createdAt,
    updated_at: (r) => r.createdAt,
  });
  yield table('review_votes', votes, {
    review_id: (v) => v.review.id,
    user_id: (v) => v.user.id,
    is_helpful: (v) => v.isHelpful,
    created_at: (v) => v.createdAt,
  });
}

export function* rollupTables({ downloads, revenue, engagement }: World): Generator<Table> {
  yield table('app_downloads_daily', downloads, {
    app_id: (d) => d.app.id,
    day: (d) => d.day,
    country: (d) => d.country,
    downloads: (d) => d.downloads,
    deliveries: (d) => d.deliveries,
  });
  yield table('app_revenue_daily', revenue, {
    app_id: (r) => r.app.id,
    day: (r) => r.day,
    country: (r) => r.country,
    currency: (r) => r.currency,
    units: (r) => r.units,
    gross_minor: (r) => r.grossMinor,
    tax_minor: (r) => r.taxMinor,
    commission_minor: (r) => r.commissionMinor,
    refunded_minor: (r) => r.refundedMinor,
  });
  yield table('app_engagement_daily', engagement, {
    app_id: (e) => e.app.id,
    day: (e) => e.day,
    active_users: (e) => e.activeUsers,
    sessions: (e) => e.sessions,
    minutes: (e) => e.minutes,
  });
}
