import { beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '@/tests/database';
import { createActor } from '@/tests/factories';
import { appendAudit } from './audit';
import { signAuditHead } from './audit-heads';
import { inTransaction } from './context';
import { verifyAudit } from './verify-audit';

const t = testDatabase();
const system = (now = new Date()) => t.ctx({ actor: { kind: 'system', job: 'test' }, now });

const append = (n: number, text?: string) =>
  inTransaction(system(), (ctx) =>
    appendAudit(ctx, {
      action: 'thing.done',
      subjectType: 'thing',
      subjectId: String(n),
      changes: { z: n, a: { y: 1.5, b: ['ä', null, true] } },
      reason: '2.1',
      ...(text === undefined ? {} : { texts: { note: text } }),
    }),
  );

/** As somebody with all rights in the database could. */
const forge = async (statement: () => Promise<unknown>) => {
  for (const table of ['audit_log', 'audit_heads']) await t.sql`alter table ${t.sql(table)} disable trigger user`;
  try {
    await statement();
  } finally {
    for (const table of ['audit_log', 'audit_heads']) await t.sql`alter table ${t.sql(table)} enable trigger user`;
  }
};

const verify = async () => {
  const lines: string[] = [];
  const proof = await verifyAudit(system(), ({ sequence, problem }) => lines.push(`${sequence}: ${problem}`));
  expect(proof.faults).toBe(lines.length);
  return { ...proof, lines };
};

/** Six rows, a text with the third, heads after the third and the last. */
beforeEach(async () => {
  await forge(() => t.sql`truncate audit_log, audit_texts, audit_heads`);
  for (let n = 1; n <= 6; n += 1) {
    await append(n, n === 3 ? 'Somebody wrote this.' : undefined);
    if (n === 3) await signAuditHead(system());
  }
  await signAuditHead(system());
});

test('a log that nobody touched is sound, with texts that were erased or not', async () => {
  expect(await verify()).toEqual({ rows: 6, texts: 1, heads: 2, faults: 0, lines: [] });
  await t.sql`delete from audit_texts`;
  expect(await verify()).toMatchObject({ rows: 6, texts: 0, faults: 0 });
});

test('an empty log is sound', async () => {
  await forge(() => t.sql`truncate audit_log, audit_texts, audit_heads`);
  expect(await verify()).toEqual({ rows: 0, texts: 0, heads: 0, faults: 0, lines: [] });
  expect(await signAuditHead(system())).toBeNull();
});

describe('found is', () => {
  test.each([
    ['action', `action = 'other'`],
    ['actor', 'actor_id = gen_random_uuid()'],
    ['changes', `changes = '{}'`],
    ['time', `created_at = created_at + interval '1 second'`],
    ['reason', 'reason = null'],
  ])('a row whose %s was altered', async (_, set) => {
    await forge(() => t.sql.unsafe(`update audit_log set ${set} where sequence = 4`));
    expect((await verify()).lines).toEqual(['4: was altered: it does not have its hash']);
  });

  test('a row that was altered and hashed again', async () => {
    await forge(() => t.sql`update audit_log set hash = sha256('x') where sequence = 4`);
    expect((await verify()).lines).toEqual([
      '4: was altered: it does not have its hash',
      '5: does not carry the hash of the row before',
    ]);
  });

  test('a row that is missing in the middle, and two', async () => {
    await forge(() => t.sql`delete from audit_log where sequence = 2`);
    expect((await verify()).lines).toEqual(['2: is missing']);
    await forge(() => t.sql`delete from audit_log where sequence = 3`);
    expect((await verify()).lines).toEqual([
      '2: is missing, and so is all before 4',
      '3: was signed by a head and is missing',
      '3: has texts but no row',
    ]);
  });

  test('an end that was cut off, by the head that has signed it', async () => {
    await forge(() => t.sql`delete from audit_log where sequence > 4`);
    expect((await verify()).lines).toEqual(['6: was signed by a head, but the log ends at 4: it was cut off']);
    await expect(signAuditHead(system())).rejects.toThrow('The audit log was cut off: it had 6 rows and has 4.');
  });

  test('a tail that was written anew, whole chain and all', async () => {
    await forge(() => t.sql`delete from audit_log where sequence > 4`);
    await append(50);
    await append(60);
    expect((await verify()).lines).toEqual(['6: is another row than its head has signed']);
  });

  test('a text that was altered, renamed, or put in', async () => {
    await t.sql`update audit_texts set body = 'Somebody wrote that.'`;
    expect((await verify()).lines).toEqual(['3: has another text "note" than was written']);
    await t.sql`update audit_texts set name = 'toString'`;
    expect((await verify()).lines).toEqual(['3: has a text "toString" that it does not speak of']);
    await t.sql`update audit_texts set sequence = 5`;
    expect((await verify()).lines).toEqual(['5: has a text "toString" that it does not speak of']);
    await t.sql`update audit_texts set sequence = 99`;
    expect((await verify()).lines).toEqual(['99: has texts but no row']);
  });

  test('a head that was forged, moved or dated otherwise', async () => {
    await forge(() => t.sql`update audit_heads set signature = sha256('x') where sequence = 3`);
    expect((await verify()).lines).toEqual(['3: has a head with a signature that is not this store’s']);
    await forge(() => t.sql`update audit_heads set created_at = created_at - interval '1 day' where sequence = 6`);
    expect((await verify()).lines).toHaveLength(2);
  });

  test('a head that was signed before its row was written', async () => {
    await append(7);
    await signAuditHead(system(new Date(Date.now() - 3_600_000)));
    expect((await verify()).lines).toEqual(['7: is younger than the head that has signed it']);
  });
});

test('heads cannot be changed, and one is enough for the same end', async () => {
  await expect(t.sql`update audit_heads set sequence = 1`).rejects.toThrow(/append-only/);
  await expect(t.sql`delete from audit_heads`).rejects.toThrow(/append-only/);
  expect(await signAuditHead(system())).toBeNull();
  await append(7);
  await Promise.all([signAuditHead(system()), signAuditHead(system())]);
  expect((await verify()).heads).toBe(3);
});

test('thousands of rows are read in their order', async () => {
  await inTransaction(system(), async (ctx) => {
    for (let n = 0; n < 2_100; n += 1) {
      await appendAudit(ctx, { action: 'a', subjectType: 'b', subjectId: String(n), changes: {} });
    }
  });
  expect(await verify()).toMatchObject({ rows: 2_106, faults: 0 });
});

test('nobody but admins may prove it', async () => {
  const as = async (roles: string[]) =>
    verifyAudit(t.ctx({ actor: await createActor(t.db, { roles }) }), () => undefined);
  await expect(as(['moderator'])).rejects.toMatchObject({ status: 403 });
  expect((await as(['admin'])).rows).toBe(6);
});
