import { createHash } from 'node:crypto';
import type { AppVersion } from '@/lib/catalog/schema';
import type { Build } from '@/lib/publishing/builds/schema';
import type { ConsoleVersionDetail } from '@/lib/publishing/schema';
import { expect, test } from './fixtures';
import { appImage, approve, ask, makeApp, makeKey, makeOrganization, publish } from './publishers';

test('docs/publish.sh publishes a version with a key, takes it up where it is when it is run again, and says what is refused', async ({
  page: { request: developer },
  signUp,
  openAs,
  baseURL,
}) => {
  await signUp();
  const { slug } = await makeOrganization(developer);
  const [app, key] = [await makeApp(developer, slug), await makeKey(developer, slug)];
  const file = { name: `it's "new" & big.AppImage`, bytes: appImage(9 * 1024 * 1024) };
  const notes = 'Says "hello" \\ and \\n.\nA second line:\t$HOME, `date`, {"state":"none"}, Äpfel.';
  const version = (number: string) =>
    ask<ConsoleVersionDetail>(developer, 'GET', `/console/apps/${app.bundleId}/versions/${number}`);

  // Another run broke off after the first piece.
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  const whole = { fileName: file.name, sizeBytes: file.bytes.length, sha256 };
  const uploads = `/console/apps/${app.id}/versions/1.4.0/uploads`;
  const begun = { version: '1.4.0', platform: 'linux', releaseNotes: notes, releaseMode: 'automatic' };
  await ask(developer, 'POST', `/console/apps/${app.id}/versions`, begun);
  const { id } = await ask<Build>(developer, 'POST', uploads, whole);
  const sent = await developer.put(`/api/v1${uploads}/${id}`, {
    headers: {
      Origin: baseURL ?? '',
      'Content-Type': 'application/octet-stream',
      'Content-Range': `bytes 0-1048575/${file.bytes.length}`,
    },
    data: file.bytes.subarray(0, 1024 * 1024),
  });
  expect(sent.status(), await sent.text()).toBe(200);

  const run = { key, app: app.bundleId, version: '1.4.0', file, notes };
  expect(await publish(run)).toBe('waiting_for_review');
  const first = await version('1.4.0');
  expect(first).toMatchObject({
    releaseNotes: notes,
    build: { id },
    fileName: file.name,
    sizeBytes: file.bytes.length,
    sha256,
    releaseMode: 'automatic',
  });
  expect(await publish(run)).toBe('waiting_for_review');
  expect((await version('1.4.0')).submissions).toEqual(first.submissions);

  const { request: moderator } = await openAs('moderator');
  await approve(moderator, first.submissions[0]?.id ?? '');
  expect(await publish(run)).toBe('released');
  const { items } = await ask<{ items: AppVersion[] }>(developer, 'GET', `/apps/${app.id}/versions`);
  expect(items.map((one) => [one.version, one.sha256])).toEqual([['1.4.0', first.sha256]]);

  const wrong = { ...run, version: '1.5.0', file: { name: 'app.exe', bytes: file.bytes.subarray(0, 1000) } };
  await expect(publish(wrong)).rejects.toMatchObject({ stderr: expect.stringContaining('.appimage') });
  // What was begun goes on with a file that fits.
  expect(await publish({ ...run, version: '1.5.0' })).toBe('waiting_for_review');
  expect((await version('1.5.0')).releaseNotes).toBe(notes);
  await expect(publish({ ...run, key: `${key}x` })).rejects.toMatchObject({
    stderr: expect.stringContaining('"status":401'),
  });
});
