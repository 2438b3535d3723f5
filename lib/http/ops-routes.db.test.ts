import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { GET as getHealth } from '@/app/api/v1/ops/health/route';
import { POST as runJob } from '@/app/api/v1/ops/jobs/[job]/run/route';
import { GET as listJobs } from '@/app/api/v1/ops/jobs/route';
import { GET as getMail } from '@/app/api/v1/ops/mail/route';
import { DELETE as removeLogo, PUT as putLogo } from '@/app/api/v1/ops/settings/logo/route';
import { GET as getSettings, PATCH as patchSettings } from '@/app/api/v1/ops/settings/route';
import { PATCH as patchUser } from '@/app/api/v1/ops/users/[id]/route';
import { GET as listUsers } from '@/app/api/v1/ops/users/route';
import { GET as readLogo } from '@/app/logo/[id]/[file]/route';
import { auditLog, scheduledJobs, settings } from '@/db/schema';
import { eventJobs } from '@/lib/events/jobs';
import { registerJobs } from '@/lib/events/schedule/run-jobs';
import { forgetSettings } from '@/lib/settings';
import { testDatabase } from '@/tests/database';
import { createUser, PASSWORD } from '@/tests/factories';
import { type Visitor, visitor } from '@/tests/visitor';

const database = testDatabase();

async function signedIn(roles: string[]): Promise<{ client: Visitor; id: string; email: string }> {
  const { id, email } = await createUser(database.db, { roles });
  const client = visitor();
  await client.signIn(email, PASSWORD);
  return { client, id, email };
}

const logo = () =>
  sharp({ create: { width: 80, height: 80, channels: 3, background: 'teal' } })
    .png()
    .toBuffer();

beforeEach(async () => {
  await database.db.delete(settings);
  forgetSettings();
});

describe('the settings', () => {
  const path = '/api/v1/ops/settings';

  test('are read and changed by an admin', async () => {
    const { client } = await signedIn(['admin']);
    const before = await (await client.call(getSettings, 'GET', path)).json();
    expect(before).toMatchObject({ values: { storeName: 'Pomona' }, changed: [] });
    const answer = await client.call(patchSettings, 'PATCH', path, {
      json: { storeName: ' Orchard ', countries: ['fr'] },
    });
    expect(answer.status).toBe(200);
    const { values, defaults, changed } = await answer.json();
    expect(values).toEqual({ ...before.values, storeName: 'Orchard', countries: ['FR'] });
    expect(defaults).toEqual(before.defaults);
    expect(changed.sort()).toEqual(['countries', 'storeName']);
  });

  test('refuse what they do not know or cannot be, by path, and change nothing then', async () => {
    const { client } = await signedIn(['admin']);
    const json = { storeName: 'Fine', colour: 'red', limits: { search: { points: null, seconds: 60 } } };
    const answer = await client.call(patchSettings, 'PATCH', path, { json });
    expect(answer.status).toBe(400);
    const { code, errors } = await answer.json();
    expect(code).toBe('invalid_request');
    expect(errors).toContainEqual({ path: 'colour', message: 'unknown' });
    expect(errors).toContainEqual({ path: 'limits.search.points', message: 'a whole number' });
    expect(await database.db.select().from(settings)).toEqual([]);
  });

  test('are 401 for nobody and 403 for a moderator', async () => {
    const { client } = await signedIn(['moderator']);
    for (const [who, status] of [
      [visitor(), 401],
      [client, 403],
    ] as const) {
      expect((await who.call(getSettings, 'GET', path)).status).toBe(status);
      expect((await who.call(patchSettings, 'PATCH', path, { json: { storeName: 'X' } })).status).toBe(status);
      const body = new Uint8Array(await logo());
      expect((await who.call(putLogo, 'PUT', `${path}/logo`, { body })).status).toBe(status);
      expect((await who.call(removeLogo, 'DELETE', `${path}/logo`)).status).toBe(status);
      expect((await who.call(listUsers, 'GET', '/api/v1/ops/users')).status).toBe(status);
      expect((await who.call(getMail, 'GET', '/api/v1/ops/mail')).status).toBe(status);
    }
    expect(await database.db.select().from(settings)).toEqual([]);
  });
});

describe('the logo', () => {
  const path = '/api/v1/ops/settings/logo';

  test('is uploaded, seen by strangers of a members-only store, and kept by caches for ever', async () => {
    const { client } = await signedIn(['admin']);
    await client.call(patchSettings, 'PATCH', '/api/v1/ops/settings', { json: { access: 'members' } });
    const answer = await client.call(putLogo, 'PUT', path, { body: new Uint8Array(await logo()) });
    expect(answer.status).toBe(200);
    const { logoId } = await answer.json();
    const see = (file: string, headers = {}) =>
      visitor().call(readLogo, 'GET', `/logo/${logoId}/${file}`, { params: { id: logoId, file }, headers });
    const seen = await see('64.webp');
    expect(seen.status).toBe(200);
    expect(seen.headers.get('content-type')).toBe('image/webp');
    expect(seen.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await see('64.webp', { 'if-none-match': seen.headers.get('etag') })).status).toBe(304);
    expect((await see('65.webp')).status).toBe(404);
    expect((await client.call(removeLogo, 'DELETE', path)).status).toBe(204);
  });

  test('larger than 1 MiB is 413, and what is no picture 415', async () => {
    const { client } = await signedIn(['admin']);
    const large = await client.call(putLogo, 'PUT', path, { body: new Uint8Array(1024 * 1024 + 1) });
    expect(large.status).toBe(413);
    const svg = await client.call(putLogo, 'PUT', path, { body: '<svg xmlns="http://www.w3.org/2000/svg"/>' });
    expect(svg.status).toBe(415);
    expect(await svg.json()).toMatchObject({ code: 'picture_type_unknown' });
  });
});

describe('accounts', () => {
  test('are found, suspended with a reason, which ends their sessions, and restored', async () => {
    const { client } = await signedIn(['admin']);
    const person = await signedIn([]);
    const patch = (json: object) =>
      client.call(patchUser, 'PATCH', `/api/v1/ops/users/${person.id}`, { json, params: { id: person.id } });
    const found = await client.call(listUsers, 'GET', `/api/v1/ops/users?q=${person.email}`);
    expect((await found.json()).items).toMatchObject([{ id: person.id, suspendedAt: null }]);
    const silent = await patch({ suspended: true });
    expect(silent.status).toBe(400);
    expect((await silent.json()).errors).toEqual([{ path: 'reason', message: 'say why' }]);
    expect((await patch({ suspended: true, reason: 'Spam.' })).status).toBe(200);
    expect((await person.client.call(listUsers, 'GET', '/api/v1/ops/users')).status).toBe(401);
    expect((await visitor().signIn(person.email, PASSWORD)).status).toBe(401);
    expect((await patch({ suspended: false })).status).toBe(200);
    expect((await visitor().signIn(person.email, PASSWORD)).status).toBe(200);
  });

  test('that do not exist are 404, and roles that do not exist 400', async () => {
    const { client, id } = await signedIn(['admin']);
    for (const other of ['01890000-0000-7000-8000-000000000000', 'x', '..']) {
      const answer = await client.call(patchUser, 'PATCH', `/api/v1/ops/users/${other}`, {
        json: { roles: [] },
        params: { id: other },
      });
      expect(answer.status).toBe(404);
    }
    const answer = await client.call(patchUser, 'PATCH', `/api/v1/ops/users/${id}`, {
      json: { roles: ['emperor'] },
      params: { id },
    });
    expect(answer.status).toBe(400);
  });
});

describe('the system', () => {
  beforeAll(() => registerJobs(database.db, eventJobs));

  const run = (who: Visitor, job: string) =>
    who.call(runJob, 'POST', `/api/v1/ops/jobs/${job}/run`, { params: { job } });

  test('says how it is to an admin, and what comes round by the clock', async () => {
    const { client } = await signedIn(['admin']);
    const health = await client.call(getHealth, 'GET', '/api/v1/ops/health');
    expect(health.status).toBe(200);
    const { dependencies } = await health.json();
    expect(dependencies).toContainEqual(expect.objectContaining({ name: 'Database', state: 'ok' }));
    const jobs = await client.call(listJobs, 'GET', '/api/v1/ops/jobs');
    expect(jobs.status).toBe(200);
    expect((await jobs.json()).items).toContainEqual(
      expect.objectContaining({ name: 'events.purge', isRunning: false, finishedAt: null }),
    );
  });

  test('makes a job due when an admin asks, and writes down who asked', async () => {
    const { client, id } = await signedIn(['admin']);
    const answer = await run(client, 'events.purge');
    expect(answer.status).toBe(202);
    expect(await answer.text()).toBe('');
    const [row] = await database.db.select().from(scheduledJobs).where(eq(scheduledJobs.name, 'events.purge'));
    expect(row?.nextRunAt.getTime()).toBeLessThanOrEqual(Date.now());
    const asked = await database.db.select().from(auditLog).where(eq(auditLog.action, 'job.started'));
    expect(asked).toMatchObject([{ actorId: id, subjectId: 'events.purge' }]);
  });

  test('is 401 for nobody, 403 for a moderator, and a job that does not exist 404; none changes the schedule', async () => {
    await database.db.delete(scheduledJobs);
    const { client: moderator } = await signedIn(['moderator']);
    for (const [who, status] of [
      [visitor(), 401],
      [moderator, 403],
    ] as const) {
      expect((await who.call(getHealth, 'GET', '/api/v1/ops/health')).status).toBe(status);
      expect((await who.call(listJobs, 'GET', '/api/v1/ops/jobs')).status).toBe(status);
      expect((await run(who, 'events.purge')).status).toBe(status);
    }
    const { client: admin } = await signedIn(['admin']);
    expect((await run(admin, 'nothing')).status).toBe(404);
    expect(await database.db.select().from(scheduledJobs)).toEqual([]);
  });
});
