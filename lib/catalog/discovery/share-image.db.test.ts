import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import * as schema from '@/db/schema';
import { newId } from '@/lib/ids';
import { storage } from '@/lib/storage/storage';
import { testDatabase } from '@/tests/database';
import { createApp } from '@/tests/factories';
import { iconSpec } from '../artwork/icon';
import { appSharePicture, type SharePicture, storeSharePicture, storySharePicture } from './share-image';

const t = testDatabase();
const name200 = 'Name of an app that goes on and on '.repeat(6).slice(0, 200);

async function expectPoster(picture: SharePicture | null): Promise<Buffer> {
  const { image } = await picture!.read();
  expect(await sharp(image).metadata()).toMatchObject({ format: 'jpeg', width: 1200, height: 630 });
  expect(image.length).toBeLessThan(300_000);
  return image;
}

async function giveIcon(appId: string, name: string): Promise<void> {
  await t.db
    .update(schema.appMedia)
    .set({ id: newId(), storageKey: null, art: iconSpec(appId, 'music', { name }) })
    .where(eq(schema.appMedia.appId, appId));
}

async function createStory(values: Partial<typeof schema.collections.$inferInsert> = {}) {
  const now = new Date();
  const row = {
    id: newId(),
    slug: `story-${newId()}`,
    kind: 'story',
    title: 'Look up',
    createdAt: now,
    updatedAt: now,
  };
  const art = { artId: newId(), art: { kind: 'story', seed: 'a', hue: 200 } };
  await t.db
    .insert(schema.collections)
    .values({ ...row, ...art, startsAt: new Date(now.getTime() - 1_000), ...values });
  return values.slug ?? row.slug;
}

test('an app has a poster of the right size, which is drawn once and kept', async () => {
  const { app } = await createApp(t.db, { name: 'Tern', stats: { ratingSum: 9, ratingCount: 2 } });
  await giveIcon(app.id, 'Tern');
  const first = await appSharePicture(t.ctx(), app.slug);
  const image = await expectPoster(first);
  expect(await storage().stat(`og/apps/${app.id}/${first!.file}`)).toMatchObject({ sizeBytes: image.length });
  expect((await (await appSharePicture(t.ctx(), app.slug))!.read()).image.equals(image)).toBe(true);
});

test('another name has another address, and so has another rating', async () => {
  const { app } = await createApp(t.db);
  const fileOf = async () => (await appSharePicture(t.ctx(), app.slug))!.file;
  const before = await fileOf();
  expect(await fileOf()).toBe(before);
  await t.db.update(schema.apps).set({ name: 'Renamed' }).where(eq(schema.apps.id, app.id));
  const renamed = await fileOf();
  expect(renamed).not.toBe(before);
  await t.db.update(schema.appStats).set({ ratingSum: 5, ratingCount: 1 }).where(eq(schema.appStats.appId, app.id));
  expect(await fileOf()).not.toBe(renamed);
});

test.each([
  ['200 characters', name200],
  ['one long word', 'x'.repeat(200)],
  ['Japanese', '東京メモ帳'],
  ['emoji', '🔥📝'],
  ['markup', '<svg onload="x">&amp;</svg>'],
  ['right to left', 'مرحبا'],
])('a name of %s without icon and rating has a poster too', async (_, name) => {
  const { app } = await createApp(t.db, { name, subtitle: name });
  await t.db.delete(schema.appMedia).where(eq(schema.appMedia.appId, app.id));
  await expectPoster(await appSharePicture(t.ctx(), app.slug));
});

test('an app whose icon file is lost has a poster all the same', async () => {
  const { app } = await createApp(t.db);
  await expectPoster(await appSharePicture(t.ctx(), app.slug));
});

test('what is not listed has none', async () => {
  const { app } = await createApp(t.db, { status: 'hidden' });
  expect(await appSharePicture(t.ctx(), app.slug)).toBeNull();
  expect(await appSharePicture(t.ctx(), 'nothing-there')).toBeNull();
  const slug = await createStory({ startsAt: new Date(Date.now() + 86_400_000) });
  expect(await storySharePicture(t.ctx(), slug)).toBeNull();
});

test('a story has its art, and a list without art the icons of its apps', async () => {
  await expectPoster(await storySharePicture(t.ctx(), await createStory()));
  const slug = await createStory({
    kind: 'list',
    artId: null,
    art: null,
    title: 'Quiet tools',
    subtitle: 'For evenings',
  });
  const [list] = await t.db.select().from(schema.collections).where(eq(schema.collections.slug, slug));
  const { app } = await createApp(t.db);
  await giveIcon(app.id, app.name);
  const before = await storySharePicture(t.ctx(), slug);
  await expectPoster(before);
  await t.db.insert(schema.collectionApps).values({ collectionId: list!.id, appId: app.id, position: 1 });
  const after = await storySharePicture(t.ctx(), slug);
  expect(after!.file).not.toBe(before!.file);
  await expectPoster(after);
});

test('the poster of a store that is still empty is not kept; that of a full one is, for a week', async () => {
  const picture = await storeSharePicture(t.ctx());
  const { isPassing } = await picture.read();
  expect(isPassing).toBe(true);
  expect(await storage().stat(`og/store/${picture.file}`)).toBeNull();
  for (let index = 0; index < 6; index += 1) {
    const { app } = await createApp(t.db, { stats: { downloads: 1_000_000 } });
    await giveIcon(app.id, app.name);
  }
  await expectPoster(await storeSharePicture(t.ctx()));
  expect(await storage().stat(`og/store/${picture.file}`)).not.toBeNull();
  const nextWeek = new Date(Date.now() + 7 * 86_400_000);
  expect((await storeSharePicture(t.ctx({ now: nextWeek }))).file).not.toBe(picture.file);
});
