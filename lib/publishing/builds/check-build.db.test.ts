import { strToU8 } from 'fflate';
import { readdirSync } from 'node:fs';
import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { env } from '@/lib/env';
import type { Event } from '@/lib/events/events';
import { newId } from '@/lib/ids';
import { storage } from '@/lib/storage/storage';
import { apk, sha256, zip } from '@/tests/builds';
import { testDatabase } from '@/tests/database';
import { testScanner } from '@/tests/scanner';
import { uploadScene } from '@/tests/uploads';
import { publishingHandlers } from '../handlers';
import { publishingJobs } from '../jobs';
import { checkBuild } from './check-build';

const database = testDatabase();
const scene = (version?: Parameters<typeof uploadScene>[1]) => uploadScene(database, version);
const worker = () => database.ctx({ actor: { kind: 'system', job: 'test' } });

const scanner = testScanner();

async function uploaded(bytes?: Uint8Array, fileName?: string) {
  const one = await scene();
  const content = bytes ?? one.build();
  const upload = await one.begin(content, fileName);
  await one.send(upload, content);
  return { ...one, content, id: upload.id };
}

const run = (buildId: string) =>
  publishingHandlers[0]?.run(worker(), [
    { id: newId(), type: 'upload.completed', occurredAt: new Date(), payload: { buildId } } satisfies Event,
  ]);

const sweep = (name: string) =>
  publishingJobs.find((job) => job.name === name)?.run(worker(), new AbortController().signal);

const text = async (key: string) => Buffer.from(await new Response(await storage().open(key)).arrayBuffer());

describe('checking a build', () => {
  test('puts the file together, gives it to the version, and deletes the pieces', async () => {
    const { app, build, begin, send, state, files, versionId } = await scene();
    const bytes = build();
    const { id } = await begin(bytes, 'My App (1.1).apk');
    for (let start = 0; start < bytes.length; start += 700) {
      await send({ id } as never, bytes, start, Math.min(start + 700, bytes.length));
    }
    await run(id);
    const { build: row, version } = await state(id);
    const key = `builds/${app.id}/${id}/build.apk`;
    expect(row).toMatchObject({
      state: 'valid',
      problem: null,
      storage_key: key,
      facts: {
        kind: 'apk',
        packageName: app.bundleId,
        versionName: '1.1.0',
        permissions: ['android.permission.INTERNET'],
      },
    });
    expect(version).toEqual({
      state: 'draft',
      size_bytes: bytes.length,
      sha256: sha256(bytes),
      storage_key: key,
      file_name: 'My App (1.1).apk',
      content_type: 'application/vnd.android.package-archive',
    });
    expect((await text(key)).equals(bytes)).toBe(true);
    expect(await files(id)).toEqual([key]);
    expect(await database.sql`select from build_chunks where build_id = ${id}`).toHaveLength(0);
    const events = await database.sql`
      select data->'payload' as payload from pgboss.job
      where name = 'version.state_changed' and data->'payload'->>'versionId' = ${versionId} order by created_on, id`;
    expect(events.map(({ payload }) => payload.action).sort()).toEqual(['accept_build', 'upload']);
  });

  test.each([
    [
      'a wrong hash',
      async (one: Awaited<ReturnType<typeof scene>>) => ({ bytes: one.build(), declared: '0'.repeat(64) }),
      /another file than was announced/,
    ],
    [
      'another app',
      async () => ({ bytes: apk({ packageName: 'com.example.other', versionName: '1.1.0' }) }),
      /this app is/,
    ],
    [
      'another version',
      async (one: Awaited<ReturnType<typeof scene>>) => ({
        bytes: apk({ packageName: one.app.bundleId, versionName: '1.0.0' }),
      }),
      /this version is “1.1.0”/,
    ],
    ['a ZIP that was renamed', async () => ({ bytes: zip({ a: strToU8('a') }) }), /This is a ZIP archive/],
    ['a bomb', async () => ({ bytes: apk({}, { 'zeros.bin': new Uint8Array(128 * 1024 * 1024) }) }), /ZIP bomb/],
    ['a picture', async () => ({ bytes: Buffer.from('GIF89a and more') }), /none of the kinds/],
  ])('refuses %s, says why, and keeps no file', async (_, make, words) => {
    const one = await scene();
    const made = await make(one);
    const declared: string = 'declared' in made ? String(made.declared) : sha256(made.bytes);
    const [upload] = await database.sql`
      insert into builds (id, app_id, version_id, file_name, size_bytes, sha256, created_at, updated_at)
      values (${newId()}, ${one.app.id}, ${one.versionId}, 'app.apk', ${made.bytes.length}, ${declared}, now(), now())
      returning id`;
    await one.send({ id: upload?.id } as never, made.bytes);
    await run(upload?.id);
    const { build, version } = await one.state(upload?.id);
    expect(build).toMatchObject({ state: 'invalid', storage_key: null, facts: null });
    expect(build.problem).toMatch(words);
    expect(version).toEqual({
      state: 'invalid_binary',
      size_bytes: 0,
      sha256: null,
      storage_key: null,
      file_name: null,
      content_type: null,
    });
    expect(await one.files(upload?.id)).toEqual([]);
    // And another one may come.
    expect(await one.upload(one.build())).toMatchObject({ build: { state: 'valid' }, version: { state: 'draft' } });
  });

  test('of a second build replaces the file of the first; one that is refused leaves the version without', async () => {
    const one = await scene();
    const first = await one.upload(one.build());
    const second = await one.upload(one.build(100));
    expect(second.version).toMatchObject({ state: 'draft' });
    expect(second.version.storage_key).not.toBe(first.version.storage_key);
    expect(await storage().stat(first.version.storage_key)).toBeNull();
    const third = await one.upload(Buffer.from('no build'));
    expect(third.version).toMatchObject({ state: 'invalid_binary', storage_key: null, size_bytes: 0 });
    expect(await storage().stat(second.version.storage_key)).toBeNull();
  });

  test('that was done is not done again', async () => {
    const { id, state, versionId } = await uploaded();
    await run(id);
    const before = await state(id);
    await run(id);
    await run(newId());
    expect(await state(id)).toEqual(before);
    expect(
      await database.sql`select from audit_log where subject_id = ${versionId} and action = 'version.accept_build'`,
    ).toHaveLength(1);
  });

  test('by several workers at once is done by one', async () => {
    const { id, state, versionId } = await uploaded();
    await Promise.all(Array.from({ length: 5 }, () => checkBuild(worker(), id)));
    // Those who came later left it to the first.
    expect(await state(id)).toMatchObject({ build: { state: 'valid' }, version: { state: 'draft' } });
    expect(
      await database.sql`select from audit_log where subject_id = ${versionId} and action = 'version.accept_build'`,
    ).toHaveLength(1);
  });

  test('that died between copying and writing down is finished by the next delivery', async () => {
    const { id, state, app } = await uploaded();
    await database.sql.unsafe(`
      create function die() returns trigger language plpgsql as $$ begin raise exception 'killed'; end $$;
      create trigger die before update on builds for each row when (new.state = 'valid') execute function die();`);
    await expect(run(id)).rejects.toThrow('could not be read or scanned');
    expect(await storage().stat(`builds/${app.id}/${id}/build.apk`)).not.toBeNull();
    expect(await state(id)).toMatchObject({
      build: { state: 'processing' },
      version: { state: 'processing', sha256: null },
    });
    await database.sql.unsafe('drop trigger die on builds; drop function die;');
    await run(id);
    expect(await state(id)).toMatchObject({ build: { state: 'valid' }, version: { state: 'draft' } });
  });

  test('is left to a worker that lives, and taken over from one that was killed', async () => {
    const { id, state } = await uploaded();
    await database.sql`update builds set updated_at = now() + interval '20 seconds' where id = ${id}`;
    await run(id);
    expect((await state(id)).build.state).toBe('processing');
    await database.sql`update builds set updated_at = now() - interval '1 second' where id = ${id}`;
    await run(id);
    expect((await state(id)).build.state).toBe('valid');
  });

  test('of a file whose piece was lost is refused', async () => {
    const { id, state } = await uploaded();
    const [piece] = await database.sql`select storage_key from build_chunks where build_id = ${id}`;
    await storage().delete(piece?.storage_key);
    await run(id);
    expect((await state(id)).build).toMatchObject({ state: 'invalid', problem: expect.stringContaining('lost') });
  });
});

describe('the scanner of the store', () => {
  const leftovers = () => readdirSync(join(env().POMONA_DATA_DIR, 'scan'));

  test('gets a copy of the build, and none of the secrets of the store', async () => {
    const { id, state, content } = await uploaded();
    scanner.does(`sha256sum "$1" > ${scanner.path('seen')}; env > ${scanner.path('env')}; exit 0`);
    await run(id);
    expect((await state(id)).build.state).toBe('valid');
    expect(scanner.read('seen').slice(0, 64)).toBe(sha256(content));
    expect(scanner.read('seen')).toMatch(/\.apk\n$/);
    expect(scanner.read('env')).not.toMatch(/POMONA|DATABASE/);
    expect(leftovers()).toEqual([]);
  });

  test('refuses with its words', async () => {
    const { id, state } = await uploaded();
    scanner.does('echo "Found Eicar-Test in classes.dex"; exit 1');
    await run(id);
    expect(await state(id)).toMatchObject({
      build: { state: 'invalid', problem: 'Found Eicar-Test in classes.dex' },
      version: { state: 'invalid_binary' },
    });
    expect(leftovers()).toEqual([]);
  });

  test('says nothing too long', async () => {
    const { id, state } = await uploaded();
    scanner.does('head -c 5000000 /dev/zero | tr "\\0" x; exit 1');
    await run(id);
    expect((await state(id)).build.problem).toBe('x'.repeat(1000));
  });

  test.each(['exit 2', 'kill -9 $$', 'exec /no/such/program'])('that breaks (%s) is asked again', async (script) => {
    const { id, state } = await uploaded();
    scanner.does(script);
    await expect(run(id)).rejects.toThrow('could not be read or scanned');
    expect((await state(id)).build.state).toBe('processing');
    scanner.does('exit 0');
    await run(id);
    expect((await state(id)).build.state).toBe('valid');
  });
});

describe('the sweeper', () => {
  test('gives up what nobody has touched for a day, with its pieces, and nothing younger', async () => {
    const one = await scene();
    const bytes = one.build();
    const old = await one.begin(bytes);
    await one.send(old, bytes, 0, 100);
    await database.sql`update builds set updated_at = now() - interval '25 hours' where id = ${old.id}`;
    const other = await scene();
    const young = await other.begin(bytes);
    await other.send(young, bytes, 0, 100);
    expect(await sweep('publishing.sweep_uploads')).toMatch(/^1 uploads given up/);
    expect((await one.state(old.id)).build.state).toBe('abandoned');
    expect(await one.files(old.id)).toEqual([]);
    expect((await other.state(young.id)).build).toMatchObject({ state: 'uploading', received_bytes: 100 });
    expect(await other.files(young.id)).toHaveLength(1);
  });

  test('checks builds that are stuck, and leaves those in hand', async () => {
    const stuck = await uploaded();
    const inHand = await uploaded();
    await database.sql`update builds set updated_at = now() - interval '11 minutes' where id = ${stuck.id}`;
    expect(await sweep('publishing.sweep_uploads')).toContain('1 builds checked');
    expect((await stuck.state(stuck.id)).build.state).toBe('valid');
    expect((await inHand.state(inHand.id)).build.state).toBe('processing');
  });

  test('deletes old files that no row knows, and no others', async () => {
    const one = await uploaded();
    const two = await scene();
    const { version } = await two.upload(two.build());
    const bytes = async function* () {
      yield strToU8('x');
    };
    const orphans = [
      `uploads/${newId()}/0-00ff`,
      `builds/${newId()}/${newId()}/build.apk`,
      `builds/${two.app.id}/${newId()}/build.zip`,
      `pictures/${newId()}/${newId()}-00ff.png`,
    ];
    // Of a file on its way to be known, and of a catalogue that came another way.
    const kept = [
      'builds/some-app/1.0.0-android.zip',
      `uploads/${one.id}/5-00ff`,
      `builds/${one.app.id}/${one.id}/build.apk`,
    ];
    const young = `uploads/${newId()}/0-00ff`;
    for (const key of [...orphans, ...kept, young]) await storage().put(key, bytes());
    const [piece] = await database.sql`select storage_key from build_chunks where build_id = ${one.id}`;
    const all = [...orphans, ...kept, piece?.storage_key, version.storage_key];
    const old = new Date(Date.now() - 90_000_000);
    for (const key of all) await utimes(join(env().POMONA_DATA_DIR, 'files', key), old, old);
    expect(await sweep('publishing.sweep_files')).toBe(`0 pictures and ${orphans.length} files deleted`);
    for (const key of orphans) expect(await storage().stat(key)).toBeNull();
    for (const key of [...kept, young, piece?.storage_key, version.storage_key]) {
      expect(await storage().stat(key)).not.toBeNull();
    }
  });
});
