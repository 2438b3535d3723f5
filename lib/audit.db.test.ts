import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { describe, expect, it } from 'vitest';
import { auditLog } from '@/db/schema';
import { testDatabase } from '@/tests/database';
import { appendAudit } from './audit';
import { inTransaction } from './context';

const t = testDatabase();
const append = (n: number) =>
  inTransaction(t.ctx({ actor: { kind: 'system', job: 'test' } }), (ctx) =>
    appendAudit(ctx, {
      action: 'thing.done',
      subjectType: 'thing',
      subjectId: String(n),
      changes: { z: n, a: { y: 1, b: [2] } },
    }),
  );

describe('the audit log', () => {
  it('is one chain that anybody can recompute, however many write at once', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, i) => append(i)));
    const rows = await t.db.select().from(auditLog).orderBy(auditLog.sequence);
    expect(rows.map((row) => row.sequence)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    let previous: Buffer = Buffer.alloc(32);
    for (const { hash, previousHash, ...row } of rows) {
      expect(previousHash.equals(previous)).toBe(true);
      const expected = createHash('sha256')
        .update(previous)
        .update(canonicalize(row) ?? '')
        .digest();
      expect(hash.equals(expected)).toBe(true);
      previous = hash;
    }
  });

  it('cannot be changed or shortened', async () => {
    await expect(t.sql`update audit_log set action = 'other'`).rejects.toThrow(/append-only/);
    await expect(t.sql`delete from audit_log`).rejects.toThrow(/append-only/);
    await expect(t.sql`truncate audit_log`).rejects.toThrow(/append-only/);
  });
});
