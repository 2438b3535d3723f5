import type { z } from 'zod';
import { requireMember } from '@/lib/accounts/organizations/require-member';
import { appendAudit } from '@/lib/audit';
import * as catalog from '@/lib/catalog/create-app';
import { type Ctx, inTransaction } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { requireCategory } from './categories';
import { describeApp } from './queries';
import { writeDraft } from './drafts';
import { readLiveListing } from './live-listing';
import type { ConsoleAppDetail, createAppBody } from './schema';

/**
 * Makes an app that nobody sees before its first release, with an address of its own. For admins of an organisation and
 * keys that may release. Throws 401, 403 `role_required`, `scope_required` or `organization_suspended`, 404 for an
 * organisation that is not mine, 409 `bundle_id_taken`, 422 `unknown_category`.
 */
export async function createApp(ctx: Ctx, body: z.output<typeof createAppBody>): Promise<ConsoleAppDetail> {
  const ref = body.organization ?? (ctx.actor.kind === 'api_key' ? ctx.actor.organizationId : undefined);
  if (ref === undefined) {
    const message = 'Say which organisation the app is of.';
    throw new AppError('invalid', 'invalid_request', { detail: message, errors: [{ path: 'organization', message }] });
  }
  const organization = await requireMember(ctx, ref, 'release');
  const { organizationId } = organization;
  const { bundleId, name, category } = body;
  const id = await inTransaction(ctx, async (ctx) => {
    await requireMember(ctx, organizationId, 'release', { isHeld: true });
    await requireCategory(ctx, { category, subcategory: null });
    const id = await catalog.createApp(ctx, { organizationId, bundleId, name, category });
    if (id === null) {
      const message = `${bundleId} is taken.`;
      throw new AppError('conflict', 'bundle_id_taken', { detail: message, errors: [{ path: 'bundleId', message }] });
    }
    await writeDraft(ctx, id, (await readLiveListing(ctx, id)).listing);
    await appendAudit(ctx, {
      action: 'app.created',
      subjectType: 'app',
      subjectId: id,
      changes: { organizationId, bundleId, name, category },
    });
    return id;
  });
  return describeApp(ctx, { ...organization, appId: id, status: 'draft', permission: 'release' });
}
