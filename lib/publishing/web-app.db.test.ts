import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { appPrices } from '@/db/schema';
import { listVersions } from '@/lib/catalog/queries';
import { listLibrary } from '@/lib/downloads/queries';
import { requestDownload } from '@/lib/downloads/request-download';
import { testDatabase } from '@/tests/database';
import { createActor, createPurchase } from '@/tests/factories';
import { createTeam } from '@/tests/organizations';
import { publishing } from '@/tests/publishing';
import { releaseVersion } from './release-version';
import { submitVersion } from './submit-version';
import { updateVersion } from './update-version';

const database = testDatabase();
const { as, readyApp, approvedApp, decide, move } = publishing(database);

describe('a web app', () => {
  const webUrl = 'https://days.example/app';

  test('is released without a file, and leads its owners, and nobody else, to its address', async () => {
    const team = await createTeam(database.db);
    const refs = await approvedApp(team.owner, team.id, { platform: 'web', webUrl });
    await releaseVersion(as(team.owner), refs);
    const shopper = await createActor(database.db);
    const { items } = await listVersions(database.ctx(), refs.id, { limit: 5 });
    expect(items).toMatchObject([{ platform: 'web', sha256: null, isWeb: true }]);
    expect(JSON.stringify(items)).not.toContain(webUrl);
    await expect(requestDownload(as(shopper), refs.id)).rejects.toMatchObject({ code: 'not_found' });
    const [price] = await database.db.select().from(appPrices).where(eq(appPrices.appId, refs.id));
    await createPurchase(database.db, { user: { id: shopper.userId }, app: { id: refs.id }, price: price! });
    expect(await requestDownload(as(shopper), refs.id)).toMatchObject({ url: webUrl, fileName: null, sha256: null });
    const library = await listLibrary(as(shopper), { filter: 'all', limit: 5 });
    expect(library.items).toMatchObject([{ latestVersion: { isWeb: true }, isUpdateAvailable: false }]);
  });

  test('comes out at the address that was approved, though its rejection was overturned after it had been changed', async () => {
    const team = await createTeam(database.db);
    const refs = await readyApp(team.owner, team.id, { platform: 'web', webUrl });
    await submitVersion(as(team.owner), refs);
    await decide(refs, 'reject');
    await updateVersion(as(team.owner), refs, { webUrl: 'https://elsewhere.example/', releaseNotes: 'Other words' });
    await move('appeal', refs);
    await move('overturn', refs);
    await releaseVersion(as(team.owner), refs);
    const [row] = await database.sql`select web_url, release_notes from app_versions where id = ${refs.version}`;
    expect(row).toEqual({ web_url: webUrl, release_notes: '' });
  });
});
