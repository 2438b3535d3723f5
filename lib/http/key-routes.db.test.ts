import { beforeAll, describe, expect, test } from 'vitest';
import { DELETE as revokeKey } from '@/app/api/v1/console/keys/[id]/route';
import { POST as createKey } from '@/app/api/v1/console/keys/route';
import { GET as listOrganizations, POST as createOrganization } from '@/app/api/v1/console/organizations/route';
import { GET as getMe } from '@/app/api/v1/me/route';
import { GET as listUsers } from '@/app/api/v1/ops/users/route';
import { testDatabase } from '@/tests/database';
import { bearer, createSignedInTeam } from '@/tests/organizations';
import { type Visitor, visitor } from '@/tests/visitor';

const t = testDatabase();
const base = '/api/v1/console/organizations';
const answer = async (response: Response) => ({ status: response.status, body: await response.json() });
const scene = () => createSignedInTeam(t.db);
let shared: Awaited<ReturnType<typeof scene>>;
beforeAll(async () => {
  shared = await scene();
});

describe('a key', () => {
  const list = (client: Visitor, headers: Record<string, string | null>) =>
    client.call(listOrganizations, 'GET', base, { headers });

  test('acts for its organisation, also beside the cookie of somebody else', async () => {
    const { stranger } = shared.people;
    const asKey = await answer(await list(stranger.client, { authorization: `bearer ${shared.key}` }));
    expect(asKey.body.items).toMatchObject([{ id: shared.id, role: null }]);
    const asMe = await answer(await list(stranger.client, {}));
    expect(asMe.body.items.map(({ id }: { id: string }) => id)).not.toContain(shared.id);
  });

  test('needs no Origin, which programs do not send', async () => {
    const { owner } = shared.people;
    const options = { json: { name: 'X', country: 'US' }, headers: { origin: null } };
    expect(await answer(await owner.client.call(createOrganization, 'POST', base, options))).toMatchObject({
      status: 403,
      body: { code: 'bad_origin' },
    });
    const headers = { origin: null, authorization: `Bearer ${shared.key}` };
    const withKey = await owner.client.call(createOrganization, 'POST', base, { ...options, headers });
    expect(await answer(withKey)).toMatchObject({ status: 401, body: { code: 'not_signed_in' } });
  });

  test.each([[`pk_${'x'.repeat(43)}`], ['pk_'], ['pk_%00']])('that does not work is said so: %s', async (key) => {
    const { client } = shared.people.owner;
    const refused = await list(client, { authorization: `Bearer ${key}` });
    expect(refused.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
    expect(await answer(refused)).toMatchObject({ status: 401, body: { code: 'key_invalid' } });
  });

  test('ends with the answer that revokes it', async () => {
    const s = await scene();
    const { client } = s.people.admin;
    expect((await list(visitor(), { authorization: `Bearer ${s.key}` })).status).toBe(200);
    await client.call(revokeKey, 'DELETE', '/api/v1/console/keys/x', { params: { id: s.keyId } });
    const refused = await answer(await list(visitor(), { authorization: `Bearer ${s.key}` }));
    expect(refused).toMatchObject({ status: 401, body: { code: 'key_invalid' } });
  });

  test('without the scope is told which', async () => {
    const { client } = shared.people.owner;
    const json = { organization: shared.id, name: 'Texts', scopes: ['listing'] };
    const { key } = await (await client.call(createKey, 'POST', '/api/v1/console/keys', { json })).json();
    expect(await answer(await list(visitor(), { authorization: `Bearer ${key}` }))).toMatchObject({
      status: 403,
      body: { code: 'scope_required', detail: expect.stringContaining('read') },
    });
  });

  test('is no session: my account and the store’s desk refuse it, even beside one', async () => {
    const { owner } = shared.people;
    const options = bearer(shared.key);
    for (const client of [visitor(), owner.client]) {
      for (const refused of [
        await client.call(getMe, 'GET', '/api/v1/me', options),
        await client.call(listUsers, 'GET', '/api/v1/ops/users', options),
      ]) {
        expect(await answer(refused)).toMatchObject({ status: 401, body: { code: 'not_signed_in' } });
      }
    }
  });

  test('of another kind is none of ours: the cookie counts', async () => {
    const { client } = shared.people.viewer;
    for (const authorization of ['Bearer eyJhbGciOiJub25lIn0.e30.', 'Basic cGtfeDp5', `Basic ${shared.key}`]) {
      expect((await list(client, { authorization })).status).toBe(200);
      expect((await list(visitor(), { authorization })).status).toBe(401);
    }
  });
});
