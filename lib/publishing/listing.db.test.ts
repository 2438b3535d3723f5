import { describe, expect, test } from 'vitest';
import { inTransaction } from '@/lib/context';
import { getHotApp } from '@/lib/catalog/hot-apps';
import { getApp } from '@/lib/catalog/queries';
import { testDatabase } from '@/tests/database';
import { createApp, createCategory } from '@/tests/factories';
import { createTeam, keyActor } from '@/tests/organizations';
import { publishing } from '@/tests/publishing';
import { changeDraft, getDraft } from './drafts';
import { getListing } from './listing';
import { requireApp } from './require-app';
import { updateListing } from './update-listing';

const database = testDatabase();
const { as, draftApp, readyApp, stage, move, force, auditOf, appRow } = publishing(database);

const longText = 'It plans your days, and now your nights as well.';

async function released() {
  const team = await createTeam(database.db);
  const { app } = await createApp(database.db, { organizationId: team.id });
  return { team, app };
}

describe('the listing of an app that nobody worked on here', () => {
  test('is what the catalogue says, and becomes a draft at its first change', async () => {
    const { team, app } = await released();
    const before = await getListing(as(team.viewer), app.id);
    expect(before).toMatchObject({
      listing: { name: app.name, description: app.description, iconId: expect.any(String) },
      revision: '0',
      pending: [],
      lockedBecause: null,
      media: [{ kind: 'icon' }],
    });
    const after = await updateListing(as(team.marketer), app.id, { name: 'Another Name' }, { revision: '0' });
    expect(after).toMatchObject({ listing: { name: 'Another Name' }, revision: '1', pending: ['name'] });
    expect((await appRow(app.id)).name).toBe(app.name);
  });

  test('may be longer than one made here, and says so', async () => {
    const team = await createTeam(database.db);
    const { app } = await createApp(database.db, { organizationId: team.id, name: 'N'.repeat(80) });
    const { problems } = await getListing(as(team.owner), app.id);
    expect(problems).toContainEqual(expect.objectContaining({ path: 'name', code: 'too_long', severity: 'error' }));
  });
});

describe('a change', () => {
  test('touches the fields that are named, counts, and is nothing when nothing differs', async () => {
    const team = await createTeam(database.db);
    const app = await draftApp(team.owner, team.id);
    const one = await updateListing(as(team.owner), app.id, { subtitle: 'For weeks', keywords: ['plan'] });
    const two = await updateListing(as(team.owner), app.id, { subtitle: 'For weeks' });
    expect(two).toMatchObject({
      revision: one.revision,
      listing: { subtitle: 'For weeks', keywords: ['plan'] },
      pending: [],
    });
  });

  test('from an older state of it is refused, and nothing is written', async () => {
    const team = await createTeam(database.db);
    const app = await draftApp(team.owner, team.id);
    const { revision } = await getListing(as(team.owner), app.id);
    await updateListing(as(team.owner), app.id, { subtitle: 'Mine' }, { revision });
    await expect(updateListing(as(team.admin), app.id, { subtitle: 'Theirs' }, { revision })).rejects.toMatchObject({
      code: 'revision_conflict',
      status: 412,
    });
    expect((await getListing(as(team.owner), app.id)).listing.subtitle).toBe('Mine');
  });

  test('of two at once is not lost', async () => {
    const { team, app } = await released();
    await Promise.all([
      updateListing(as(team.owner), app.id, { subtitle: 'Together' }),
      updateListing(as(team.admin), app.id, { name: 'Together' }),
      updateListing(as(team.marketer), app.id, { keywords: ['together'] }),
    ]);
    expect((await getListing(as(team.owner), app.id)).listing).toMatchObject({
      name: 'Together',
      subtitle: 'Together',
      keywords: ['together'],
    });
  });

  test('of a viewer, a stranger or a key without the scope is refused', async () => {
    const { team, app } = await released();
    const attempt = (actor: Parameters<typeof as>[0]) => updateListing(as(actor), app.id, { name: 'Taken Over' });
    await expect(attempt(team.viewer)).rejects.toMatchObject({ code: 'role_required' });
    await expect(attempt(team.stranger)).rejects.toMatchObject({ code: 'not_found' });
    await expect(attempt(keyActor(team.id, 'read', 'release'))).rejects.toMatchObject({ code: 'scope_required' });
    await attempt(keyActor(team.id, 'listing'));
  });

  test('of categories knows which there are, and a kind goes with its category', async () => {
    const team = await createTeam(database.db);
    const app = await draftApp(team.owner, team.id);
    await createCategory(database.db, { slug: 'games', name: 'Games' });
    await createCategory(database.db, { slug: 'games-chess', name: 'Chess', parentSlug: 'games' });
    const set = (patch: object) => updateListing(as(team.owner), app.id, patch);
    await set({ category: 'games', subcategory: 'games-chess' });
    await expect(set({ category: 'games-chess' })).rejects.toMatchObject({ code: 'unknown_category' });
    await expect(set({ category: 'productivity', subcategory: 'games-chess' })).rejects.toMatchObject({
      code: 'unknown_category',
    });
    expect((await set({ category: 'productivity' })).listing).toMatchObject({
      category: 'productivity',
      subcategory: null,
    });
  });

  test('names pictures of this app and of their kind alone', async () => {
    const team = await createTeam(database.db);
    const [app, other] = [await draftApp(team.owner, team.id), await draftApp(team.owner, team.id)];
    const [icon, shot, foreign] = [await stage(app.id), await stage(app.id, 'screenshot'), await stage(other.id)];
    const set = (patch: object) => updateListing(as(team.owner), app.id, patch);
    await expect(set({ iconId: foreign })).rejects.toMatchObject({ code: 'unknown_media' });
    await expect(set({ iconId: shot })).rejects.toMatchObject({ code: 'unknown_media' });
    await expect(set({ screenshots: [{ id: icon, altText: '', platform: null }] })).rejects.toMatchObject({
      code: 'unknown_media',
      extras: { errors: [{ path: 'screenshots.0.id' }] },
    });
    const view = await set({ iconId: icon, screenshots: [{ id: shot, altText: 'A week', platform: 'linux' }] });
    expect(view.media.map(({ kind }) => kind).sort()).toEqual(['icon', 'screenshot']);
  });
});

describe('of a released app', () => {
  test('description and promotional text are live at once and audited; the rest waits', async () => {
    const { team, app } = await released();
    await getHotApp(as(team.owner), app.id, 'US');
    const view = await updateListing(as(team.marketer), app.id, {
      description: longText,
      promotionalText: 'Now with nights',
      subtitle: 'Days and nights',
    });
    expect(view.pending).toEqual(['subtitle']);
    expect(await appRow(app.id)).toMatchObject({
      description: longText,
      promotional_text: 'Now with nights',
      subtitle: app.subtitle,
    });
    expect(await getHotApp(as(team.owner), app.id, 'US')).toMatchObject({
      description: longText,
      subtitle: app.subtitle,
    });
    expect(await auditOf(app.id)).toEqual(['app.text_changed']);
    await updateListing(as(team.marketer), app.id, { keywords: ['night'] });
    expect(await auditOf(app.id)).toHaveLength(1);
  });

  test('texts of other languages are live at once, their subtitles wait', async () => {
    const { team, app } = await released();
    const de = { subtitle: 'Plant', description: 'Plant die Tage, einen nach dem andern.', promotionalText: 'Neu' };
    const view = await updateListing(as(team.marketer), app.id, { translations: { de } });
    expect(view.pending).toEqual(['translations']);
    expect((await appRow(app.id)).translations).toEqual({ de: { ...de, subtitle: '' } });
  });

  test('a text that may not be there is refused, and the draft stays as it was', async () => {
    const { team, app } = await released();
    await expect(updateListing(as(team.owner), app.id, { description: 'Gone.' })).rejects.toMatchObject({
      code: 'not_ready',
      status: 422,
    });
    expect((await getDraft(as(team.owner), app.id)).listing.description).toBe(app.description);
    expect(await getApp(as(team.owner), app.id, 'US')).toMatchObject({ description: app.description });
  });

  test('a new age waits for the next release, and a moderator’s word stands', async () => {
    const { team, app } = await released();
    await database.sql`update apps set minimum_age_rating = 12, age_rating = 12 where id = ${app.id}`;
    const raised = await updateListing(as(team.owner), app.id, { age: { violence: 'none', gambling: 'some' } });
    expect(raised).toMatchObject({ ageRating: 18, pending: ['age'] });
    const lowered = await updateListing(as(team.owner), app.id, { age: { violence: 'none' } });
    expect(lowered).toMatchObject({ ageRating: 12, pending: [] });
  });
});

describe('while a version is on its way', () => {
  test.each(['waiting_for_review', 'in_review', 'appealed', 'approved'] as const)(
    'and %s, nothing changes',
    async (state) => {
      const team = await createTeam(database.db);
      const refs = await readyApp(team.owner, team.id);
      await force(refs, state);
      const before = await getListing(as(team.owner), refs.id);
      expect(before.lockedBecause).toMatch(/^Version 1\.0\.0 is/);
      await expect(updateListing(as(team.owner), refs.id, { name: 'Too Late' })).rejects.toMatchObject({
        code: 'listing_locked',
        status: 409,
      });
    },
  );

  test.each(['draft', 'processing', 'invalid_binary', 'metadata_rejected', 'rejected'] as const)(
    'and %s, it may be edited',
    async (state) => {
      const team = await createTeam(database.db);
      const refs = await readyApp(team.owner, team.id);
      await force(refs, state);
      expect(await updateListing(as(team.owner), refs.id, { name: 'In Time' })).toMatchObject({ lockedBecause: null });
    },
  );

  test('a change and a submission at once: what was handed in is what the draft is', async () => {
    const team = await createTeam(database.db);
    const refs = await readyApp(team.owner, team.id);
    await Promise.allSettled([
      move('submit', refs),
      ...['One', 'Two', 'Three'].map((name) => updateListing(as(team.owner), refs.id, { name })),
    ]);
    const { listing } = await getDraft(as(team.owner), refs.id);
    await expect(updateListing(as(team.owner), refs.id, { name: 'Four' })).rejects.toMatchObject({
      code: 'listing_locked',
    });
    expect((await getDraft(as(team.owner), refs.id)).listing).toEqual(listing);
  });

  test('a transaction that dies leaves the draft as it was', async () => {
    const { team, app } = await released();
    const work = inTransaction(as(team.owner), async (ctx) => {
      const held = await requireApp(ctx, app.id, 'listing');
      await changeDraft(ctx, held, (listing) => ({ ...listing, name: 'Lost' }));
      throw new Error('killed');
    });
    await expect(work).rejects.toThrow('killed');
    expect(await getDraft(as(team.owner), app.id)).toMatchObject({ revision: '0', listing: { name: app.name } });
  });
});
