import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { apiKeys, auditLog, organizationMembers, organizations, users } from '@/db/schema';
import { eraseMe } from '@/lib/accounts/erase-me';
import { accountHandlers } from '@/lib/accounts/handlers';
import { hashOf } from '@/lib/accounts/one-time-links';
import { type Ctx, systemContext, type UserActor } from '@/lib/context';
import { newId } from '@/lib/ids';
import { testDatabase } from '@/tests/database';
import { createActor, createOrganization, PASSWORD } from '@/tests/factories';
import { createTeam, keyActor } from '@/tests/organizations';
import { createKey } from './create-key';
import { findKeyActor, listKeys } from './keys';
import { getOrganization } from './queries';
import { requireMember } from './require-member';
import { revokeKey } from './revoke-key';
import { maxLiveKeys } from './rules';

const t = testDatabase();
const as = (actor: Ctx['actor'], now = new Date()): Ctx => t.ctx({ actor, now });
const refusal = (status: number, code: string) => expect.objectContaining({ status, code });
const make = (actor: Ctx['actor'], organization: string, ...scopes: ('read' | 'listing' | 'respond' | 'release')[]) =>
  createKey(as(actor), { organization, name: 'CI', scopes: scopes.length > 0 ? scopes : ['read'] });
const row = async (id: string) => (await t.db.select().from(apiKeys).where(eq(apiKeys.id, id)))[0];

async function lastUse(
  id: string,
  isThere: (at: Date | null | undefined) => boolean,
): Promise<Date | null | undefined> {
  const deadline = Date.now() + 5_000;
  for (;;) {
    const at = (await row(id))?.lastUsedAt;
    if (isThere(at) || Date.now() > deadline) return at;
  }
}

describe('a key', () => {
  test('is shown once, kept as its hash, and acts for its organisation within its scopes', async () => {
    const { id, admin, owner } = await createTeam(t.db);
    const made = await make(admin, id, 'release', 'read', 'release');
    expect(made.key).toMatch(/^pk_[\w-]{43}$/);
    expect(made).toMatchObject({ name: 'CI', scopes: ['read', 'release'], lastUsedAt: null, revokedAt: null });
    expect(made.key.startsWith(made.prefix)).toBe(true);
    const stored = await row(made.id);
    expect(stored?.keyHash).toBe(hashOf(made.key));
    expect(JSON.stringify(stored)).not.toContain(made.key);
    const { key, ...shown } = made;
    expect(await listKeys(as(owner), id)).toEqual([shown]);
    const actor = await findKeyActor(t.ctx(), key);
    expect(actor).toEqual({ kind: 'api_key', keyId: made.id, organizationId: id, scopes: ['read', 'release'] });
    expect(await getOrganization(as(actor), id)).toMatchObject({ id, role: null });
    await requireMember(as(actor), id, 'release');
    for (const scope of ['listing', 'respond', 'manage', 'own'] as const) {
      await expect(requireMember(as(actor), id, scope)).rejects.toEqual(refusal(403, 'scope_required'));
    }
    const other = await createOrganization(t.db);
    await expect(requireMember(as(actor), other.id, 'read')).rejects.toEqual(refusal(404, 'not_found'));
  });

  test('ends at once when it is revoked, on record once', async () => {
    const { id, owner, admin } = await createTeam(t.db);
    const { id: keyId, key } = await make(owner, id);
    await findKeyActor(t.ctx(), key);
    await Promise.all([revokeKey(as(admin), keyId), revokeKey(as(owner), keyId)]);
    await expect(findKeyActor(t.ctx(), key)).rejects.toEqual(refusal(401, 'key_invalid'));
    await revokeKey(as(admin), keyId);
    expect((await listKeys(as(owner), id))[0]?.revokedAt).not.toBeNull();
    const entries = await t.db.select().from(auditLog).where(eq(auditLog.subjectId, keyId)).orderBy(auditLog.sequence);
    expect(entries).toMatchObject([{ action: 'api_key.created' }, { action: 'api_key.revoked' }]);
  });

  test.each([
    'pk_',
    `pk_${'A'.repeat(43)}`,
    'A'.repeat(43),
    "pk_' or 1=1 --",
    '',
    `pk_${'é'.repeat(43)}`,
    'x'.repeat(10_000),
  ])('that nobody made is refused: %.20s', async (key) => {
    await expect(findKeyActor(t.ctx(), key)).rejects.toEqual(refusal(401, 'key_invalid'));
  });

  test('says when it was last used, written at most once a minute', async () => {
    const { id, owner } = await createTeam(t.db);
    const { id: keyId, key } = await make(owner, id);
    const first = new Date();
    const at = (seconds: number) => new Date(first.getTime() + seconds * 1_000);
    await Promise.all([1, 2, 3].map(() => findKeyActor(t.ctx({ now: first }), key)));
    expect(await lastUse(keyId, (used) => used != null)).toEqual(first);
    await findKeyActor(t.ctx({ now: at(59) }), key);
    await findKeyActor(t.ctx({ now: at(61) }), key);
    expect(await lastUse(keyId, (used) => used?.getTime() !== first.getTime())).toEqual(at(61));
  });

  test('of a suspended organisation may only read', async () => {
    const { id, owner } = await createTeam(t.db);
    const made = await make(owner, id, 'read', 'listing', 'release');
    const isSuspended = { suspendedAt: new Date(), suspendedReason: 'Spam.' };
    await t.db.update(organizations).set(isSuspended).where(eq(organizations.id, id));
    const actor = await findKeyActor(t.ctx(), made.key);
    await requireMember(as(actor), id, 'read');
    for (const scope of ['listing', 'release'] as const) {
      await expect(requireMember(as(actor), id, scope)).rejects.toEqual(refusal(403, 'organization_suspended'));
    }
    await expect(make(owner, id)).rejects.toEqual(refusal(403, 'organization_suspended'));
    await revokeKey(as(owner), made.id);
    expect(await listKeys(as(owner), id)).toHaveLength(1);
  });
});

describe('keys', () => {
  test('are made, seen and revoked by owners and admins alone', async () => {
    const { id, owner, admin, marketer, viewer, stranger } = await createTeam(t.db);
    const { id: keyId, key } = await make(admin, id);
    const program = keyActor(id, 'read', 'listing', 'respond', 'release');
    for (const [actor, status, code] of [
      [marketer, 403, 'role_required'],
      [viewer, 403, 'role_required'],
      [stranger, 404, 'not_found'],
      [program, 401, 'not_signed_in'],
      [{ kind: 'anonymous' }, 401, 'not_signed_in'],
    ] as const) {
      for (const doing of [() => make(actor, id), () => listKeys(as(actor), id), () => revokeKey(as(actor), keyId)]) {
        await expect(doing()).rejects.toEqual(refusal(status, code));
      }
    }
    await expect(revokeKey(as(owner), newId())).rejects.toEqual(refusal(404, 'not_found'));
    await findKeyActor(t.ctx(), key);
    expect(await listKeys(as(owner), id)).toHaveLength(1);
  });

  test('that work are at most so many, also for many requests at once', async () => {
    const { id, owner } = await createTeam(t.db);
    const outcomes = await Promise.allSettled(Array.from({ length: maxLiveKeys + 2 }, () => make(owner, id)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(maxLiveKeys);
    await expect(make(owner, id)).rejects.toEqual(refusal(409, 'too_many_keys'));
    const [{ id: oldest } = { id: '' }] = await listKeys(as(owner), id);
    await revokeKey(as(owner), oldest);
    await make(owner, id);
  });
});

describe('an account that is erased', () => {
  const erase = async (actor: UserActor) => {
    await eraseMe(as(actor), { password: PASSWORD, reviews: 'keep' });
    const event = {
      id: newId(),
      type: 'account.erased' as const,
      occurredAt: new Date(),
      payload: { userId: actor.userId, reviews: 'keep' as const },
    };
    for (const handler of accountHandlers) {
      if (handler.event === event.type) await handler.run(systemContext('test', { db: t.db }), [event]);
    }
  };

  test('takes the keys of an organisation that nobody is left in', async () => {
    const owner = await createActor(t.db);
    const { id } = await createOrganization(t.db, { ownerId: owner.userId });
    const { key } = await make(owner, id);
    await erase(owner);
    await expect(findKeyActor(t.ctx(), key)).rejects.toEqual(refusal(401, 'key_invalid'));
  });

  test('leaves the others theirs, without its name', async () => {
    const { id, owner, admin } = await createTeam(t.db);
    const { key } = await make(admin, id);
    await erase(admin);
    await findKeyActor(t.ctx(), key);
    expect(await listKeys(as(owner), id)).toMatchObject([{ createdBy: null, revokedAt: null }]);
    const [row] = await t.sql`select created_by from api_keys where organization_id = ${id}`;
    expect(row).toEqual({ created_by: null });
  });

  test('is not the last owner of an organisation that others belong to', async () => {
    const { id, owner } = await createTeam(t.db);
    await expect(erase(owner)).rejects.toEqual(refusal(409, 'sole_owner'));
    const members = await t.db.select().from(organizationMembers).where(eq(organizationMembers.organizationId, id));
    expect(members).toHaveLength(4);
    expect((await t.db.select().from(users).where(eq(users.id, owner.userId)))[0]?.erasedAt).toBeNull();
  });
});
