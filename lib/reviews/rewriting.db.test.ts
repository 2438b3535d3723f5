import { beforeEach, describe, expect, test } from 'vitest';
import type { UserActor } from '@/lib/context';
import { newId } from '@/lib/ids';
import { appealReview } from '@/lib/moderation/appeal-review';
import { testDatabase } from '@/tests/database';
import { createActor, createApp, type CreatedApp, createPurchase } from '@/tests/factories';
import { createOwner, move } from '@/tests/reviews';
import { deleteReview } from './delete-review';
import { reportReview } from './report-review';
import type { ReviewAction } from './rules';
import { writeReview } from './write-review';

const t = testDatabase();
let product: CreatedApp;
let author: UserActor;
let moderator: UserActor;
const as = (actor: UserActor) => t.ctx({ actor });
const words = { rating: 1, title: '', body: 'You are all fools.' };
const write = (body = words.body, actor = author, app = product) =>
  writeReview(as(actor), app.app.id, { ...words, body });
const remove = () => deleteReview(as(author), product.app.id);
const pass = (id: string) => move(t, 'pass', id, { score: 0.9 });

async function decide(id: string, revision: number, decision: 'approve' | 'reject' | 'escalate') {
  await move(t, decision, id);
  await t.sql`
    insert into review_decisions (id, review_id, revision, decision, from_status, rule_id, decided_by, is_machine, created_at)
    values (${newId()}, ${id}, ${revision}, ${decision}, 'manual_review', 'R5', ${moderator.userId}, false, ${new Date().toISOString()})`;
}

async function decideAppeal(id: string, did: 'uphold' | 'overturn') {
  await move(t, did, id);
  await t.sql`update appeals set outcome = ${did === 'uphold' ? 'upheld' : 'overturned'}, decided_by = ${moderator.userId},
    decided_at = ${new Date().toISOString()} where review_id = ${id}`;
}

async function rejected(): Promise<string> {
  const { id } = await write();
  await move(t, 'hold', id);
  await decide(id, 1, 'reject');
  return id;
}

beforeEach(async () => {
  product = await createApp(t.db);
  author = await createOwner(t, product);
  moderator = await createActor(t.db, { roles: ['moderator'] });
});

describe('deleting and writing anew', () => {
  test.each([
    ['a moderator’s rejection', async () => {}],
    [
      'one that was followed by an edit, which waits',
      async (id: string) => {
        await write('You are all fools!');
        await pass(id);
      },
    ],
    ['one that was followed by an edit, which is not scored yet', () => write('You are all fools!')],
    [
      'one after which it was deleted before',
      async () => {
        await remove();
        await write();
      },
    ],
  ])('is no way around %s', async (_, then) => {
    await then(await rejected());
    await remove();
    for (const body of [words.body, 'It is fine.']) {
      const next = await write(body);
      expect(await pass(next.id)).toMatchObject({ to: 'manual_review', isVisible: false });
      await remove();
    }
  });

  test.each([
    ['for a moderator', ['hold']],
    ['for an admin', ['hold', 'escalate']],
    ['for somebody to look at its appeal', ['refuse', 'appeal']],
  ] as [string, ReviewAction[]][])('does not leave the desk while it waits %s', async (_, actions) => {
    const { id } = await write();
    for (const action of actions) await move(t, action, id);
    await remove();
    expect(await pass((await write()).id)).toMatchObject({ to: 'manual_review' });
  });

  test('does not get rid of reports that nobody has decided', async () => {
    const { id } = await write();
    await pass(id);
    await reportReview(as(await createActor(t.db)), id, { reason: 'personal_data', note: '' });
    await write('You are all fools!');
    await remove();
    expect(await pass((await write()).id)).toMatchObject({ to: 'manual_review' });
  });

  test('goes to a person until one has approved it', async () => {
    await rejected();
    await remove();
    const { id } = await write('It is slow.');
    await pass(id);
    await decide(id, 1, 'approve');
    await write('It is very slow.');
    expect(await pass(id)).toMatchObject({ to: 'approved' });
    await remove();
    expect(await pass((await write('It is slow.')).id)).toMatchObject({ to: 'approved' });
  });

  test('is scored as any other where no person was asked, of other apps, and by others', async () => {
    for (const action of ['pass', 'refuse'] as const) {
      await move(t, action, (await write()).id);
      await remove();
      expect(await pass((await write()).id)).toMatchObject({ to: 'approved' });
      await remove();
    }
    await rejected();
    await remove();
    const other = await createOwner(t, product);
    expect(await pass((await write(words.body, other)).id)).toMatchObject({ to: 'approved' });
    const elsewhere = await createApp(t.db);
    await createPurchase(t.db, { user: { id: author.userId }, ...elsewhere });
    expect(await pass((await write(words.body, author, elsewhere)).id)).toMatchObject({ to: 'approved' });
  });
});

describe('an appeal', () => {
  const appeal = (id: string) => appealReview(as(author), id, { text: 'It is what I think.' });

  test('belongs to one review: what was written anew, and rejected by a person again, has one of its own', async () => {
    const first = await rejected();
    await appeal(first);
    await decideAppeal(first, 'uphold');
    await expect(appeal(first)).rejects.toMatchObject({ code: 'already_appealed' });
    await remove();
    const { id } = await write();
    expect(await pass(id)).toMatchObject({ to: 'manual_review' });
    await decide(id, 1, 'reject');
    expect(await appeal(id)).toMatchObject({ status: 'appealed' });
    await decideAppeal(id, 'uphold');
    await expect(appeal(id)).rejects.toMatchObject({ code: 'already_appealed' });
  });

  test('that was upheld is a person’s word against an edit, and one that was overturned is none', async () => {
    const outcomes = { uphold: 'manual_review', overturn: 'approved' } as const;
    for (const did of ['uphold', 'overturn'] as const) {
      author = await createOwner(t, product);
      const { id } = await write();
      await move(t, 'refuse', id);
      await appeal(id);
      await decideAppeal(id, did);
      await write('You are all fools!');
      expect(await pass(id)).toMatchObject({ to: outcomes[did] });
    }
  });
});
