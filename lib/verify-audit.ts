import { and, asc, between, desc, gt, lte } from 'drizzle-orm';
import { auditHeads, auditLog, auditTexts } from '@/db/schema';
import { hashOfRow, sha256 } from './audit';
import { isSigned } from './audit-heads';
import { type Ctx, requireRole } from './context';

export type AuditFault = { sequence: number; problem: string };

export type AuditProof = { rows: number; texts: number; heads: number; faults: number };

const batchSize = 2_000;

/** Clocks of two processes may differ by so much. */
const toleranceMs = 60_000;

type Row = typeof auditLog.$inferSelect;
type Text = typeof auditTexts.$inferSelect;
type Head = typeof auditHeads.$inferSelect;
type Fault = (sequence: number, problem: string) => void;

/**
 * Proves the audit log: every row from the hash of the one before, without gaps; every text that was not erased from its
 * hash; every signed head from its signature, its row and its time. Reads some rows at a time and reports each fault as
 * it is found. For the system and admins: throws 401, 403 `role_required`.
 */
export async function verifyAudit(ctx: Ctx, report: (fault: AuditFault) => void): Promise<AuditProof> {
  if (ctx.actor.kind !== 'system') requireRole(ctx, 'admin');
  const proof: AuditProof = { rows: 0, texts: 0, heads: 0, faults: 0 };
  const fault: Fault = (sequence, problem) => {
    proof.faults += 1;
    report({ sequence, problem });
  };
  const heads = await readHeads(ctx);
  let head = await heads.next();
  let previous: { sequence: number; hash: Buffer } = { sequence: 0, hash: Buffer.alloc(32) };
  for await (const { row, texts } of readRows(ctx, fault)) {
    checkRow(row, previous, fault);
    checkTexts(row, texts, fault);
    for (; !head.done && head.value.sequence <= row.sequence; head = await heads.next()) {
      checkHead(head.value, row, fault);
      proof.heads += 1;
    }
    proof.rows += 1;
    proof.texts += texts.length;
    previous = row;
  }
  for (; !head.done; head = await heads.next()) {
    const { sequence } = head.value;
    fault(sequence, `was signed by a head, but the log ends at ${previous.sequence}: it was cut off`);
    proof.heads += 1;
  }
  return proof;
}

/** Every row in order with its texts. */
async function* readRows(ctx: Ctx, fault: Fault): AsyncGenerator<{ row: Row; texts: Text[] }> {
  for (let last = 0; ; ) {
    const rows = await ctx.db
      .select()
      .from(auditLog)
      .where(gt(auditLog.sequence, last))
      .orderBy(asc(auditLog.sequence))
      .limit(batchSize);
    const end = rows.at(-1)?.sequence;
    const texts = Map.groupBy(await readTexts(ctx, last, end), ({ sequence }) => sequence);
    for (const row of rows) {
      yield { row, texts: texts.get(row.sequence) ?? [] };
      texts.delete(row.sequence);
    }
    for (const [sequence] of texts) fault(sequence, 'has texts but no row');
    if (end === undefined) return;
    last = end;
  }
}

/** Those of a batch of rows; behind the last row a few that should not be there. */
const readTexts = (ctx: Ctx, after: number, end: number | undefined): Promise<Text[]> =>
  end === undefined
    ? ctx.db.select().from(auditTexts).where(gt(auditTexts.sequence, after)).limit(100)
    : ctx.db
        .select()
        .from(auditTexts)
        .where(between(auditTexts.sequence, after + 1, end));

/** Every head that is there now: one that is signed meanwhile may be of rows that this proof does not reach. */
async function readHeads(ctx: Ctx): Promise<AsyncGenerator<Head, undefined>> {
  const [newest] = await ctx.db.select().from(auditHeads).orderBy(desc(auditHeads.sequence)).limit(1);
  return headsUpTo(ctx, newest?.sequence ?? 0);
}

async function* headsUpTo(ctx: Ctx, end: number): AsyncGenerator<Head, undefined> {
  for (let last = 0; ; ) {
    const heads = await ctx.db
      .select()
      .from(auditHeads)
      .where(and(gt(auditHeads.sequence, last), lte(auditHeads.sequence, end)))
      .orderBy(asc(auditHeads.sequence))
      .limit(batchSize);
    yield* heads;
    const next = heads.at(-1)?.sequence;
    if (next === undefined) return undefined;
    last = next;
  }
}

function checkRow({ hash, previousHash, ...row }: Row, before: { sequence: number; hash: Buffer }, fault: Fault) {
  const { sequence } = row;
  const missing = sequence - 1 - before.sequence;
  if (missing > 0)
    fault(before.sequence + 1, missing === 1 ? 'is missing' : `is missing, and so is all before ${sequence}`);
  else if (!previousHash.equals(before.hash)) fault(sequence, 'does not carry the hash of the row before');
  if (!hash.equals(hashOfRow(previousHash, row))) fault(sequence, 'was altered: it does not have its hash');
}

function checkTexts({ sequence, changes }: Row, texts: readonly Text[], fault: Fault) {
  if (texts.length === 0) return;
  const hashes = (changes as { texts?: Record<string, string> }).texts ?? {};
  for (const { name, body } of texts) {
    if (!Object.hasOwn(hashes, name)) fault(sequence, `has a text "${name}" that it does not speak of`);
    else if (hashes[name] !== sha256(body)) fault(sequence, `has another text "${name}" than was written`);
  }
}

function checkHead(head: Head, row: Row, fault: Fault) {
  const { sequence } = head;
  if (!isSigned(head, head.signature)) fault(sequence, 'has a head with a signature that is not this store’s');
  else if (sequence !== row.sequence) fault(sequence, 'was signed by a head and is missing');
  else if (!head.hash.equals(row.hash)) fault(sequence, 'is another row than its head has signed');
  else if (head.createdAt.getTime() < row.createdAt.getTime() - toleranceMs) {
    fault(sequence, 'is younger than the head that has signed it');
  }
}
