import { beforeAll, describe, expect, test } from 'vitest';
import { DELETE as revokeKey } from '@/app/api/v1/console/keys/[id]/route';
import { GET as listKeys, POST as createKey } from '@/app/api/v1/console/keys/route';
import { POST as checkDomain } from '@/app/api/v1/console/organizations/[organization]/domain/check/route';
import {
  DELETE as giveUpDomain,
  GET as getDomain,
  PUT as nameDomain,
} from '@/app/api/v1/console/organizations/[organization]/domain/route';
import { DELETE as withdraw } from '@/app/api/v1/console/organizations/[organization]/invitations/[id]/route';
import { POST as invite } from '@/app/api/v1/console/organizations/[organization]/invitations/route';
import {
  DELETE as removeMember,
  PATCH as updateMember,
} from '@/app/api/v1/console/organizations/[organization]/members/[userId]/route';
import { GET as listMembers } from '@/app/api/v1/console/organizations/[organization]/members/route';
import {
  DELETE as deleteOrganization,
  GET as getOrganization,
  PATCH as updateOrganization,
} from '@/app/api/v1/console/organizations/[organization]/route';
import { GET as listOrganizations, POST as createOrganization } from '@/app/api/v1/console/organizations/route';
import { GET as getMe } from '@/app/api/v1/me/route';
import { GET as readInvitation, POST as accept } from '@/app/api/v1/organization-invitations/[token]/route';
import { organizationOperations } from '@/lib/http/operations/organizations';
import { newId } from '@/lib/ids';
import { testDatabase } from '@/tests/database';
import { tokenIn } from '@/tests/mail-server';
import { bearer, createSignedInTeam } from '@/tests/organizations';
import { type Visitor, visitor } from '@/tests/visitor';

const t = testDatabase();
const base = '/api/v1/console/organizations';
type Who = 'nobody' | 'stranger' | 'viewer' | 'marketer' | 'admin' | 'owner' | 'key';

const answer = async (response: Response) => ({ status: response.status, body: await response.json() });
const scene = () => createSignedInTeam(t.db);
type Scene = Awaited<ReturnType<typeof scene>>;
let shared: Scene;
beforeAll(async () => {
  shared = await scene();
});

type Call = (client: Visitor, scene: Scene, options: { headers?: Record<string, string> }) => Promise<Response>;
const inOrganization = (path: string) => (s: Scene) => `${base}/${s.slug}${path}`;
const member = inOrganization('/members/x');

// Each route, and who gets how far. What a role may do is refused here for another reason, or changes nothing.
const routes: { key: keyof typeof organizationOperations; call: Call; answers: Record<Who, number> }[] = [
  {
    key: 'GET /console/organizations',
    call: (c, _, o) => c.call(listOrganizations, 'GET', base, o),
    answers: { nobody: 401, stranger: 200, viewer: 200, marketer: 200, admin: 200, owner: 200, key: 200 },
  },
  {
    key: 'POST /console/organizations',
    call: (c, _, o) => c.call(createOrganization, 'POST', base, { ...o, json: { name: 'Another', country: 'us' } }),
    answers: { nobody: 401, stranger: 201, viewer: 201, marketer: 201, admin: 201, owner: 201, key: 401 },
  },
  {
    key: 'GET /console/organizations/{organization}',
    call: (c, s, o) =>
      c.call(getOrganization, 'GET', inOrganization('')(s), { ...o, params: { organization: s.slug } }),
    answers: { nobody: 401, stranger: 404, viewer: 200, marketer: 200, admin: 200, owner: 200, key: 200 },
  },
  {
    key: 'PATCH /console/organizations/{organization}',
    call: (c, s, o) =>
      c.call(updateOrganization, 'PATCH', inOrganization('')(s), { ...o, params: { organization: s.id }, json: {} }),
    answers: { nobody: 401, stranger: 404, viewer: 403, marketer: 403, admin: 200, owner: 200, key: 401 },
  },
  {
    key: 'DELETE /console/organizations/{organization}',
    call: (c, s, o) =>
      c.call(deleteOrganization, 'DELETE', inOrganization('')(s), { ...o, params: { organization: s.slug } }),
    answers: { nobody: 401, stranger: 404, viewer: 403, marketer: 403, admin: 403, owner: 204, key: 401 },
  },
  {
    key: 'GET /console/organizations/{organization}/members',
    call: (c, s, o) =>
      c.call(listMembers, 'GET', inOrganization('/members')(s), { ...o, params: { organization: s.slug } }),
    answers: { nobody: 401, stranger: 404, viewer: 200, marketer: 200, admin: 200, owner: 200, key: 401 },
  },
  {
    key: 'PATCH /console/organizations/{organization}/members/{userId}',
    call: (c, s, o) =>
      c.call(updateMember, 'PATCH', member(s), {
        ...o,
        params: { organization: s.slug, userId: s.people.owner.id },
        json: { role: 'owner' },
      }),
    answers: { nobody: 401, stranger: 404, viewer: 403, marketer: 403, admin: 403, owner: 200, key: 401 },
  },
  {
    key: 'DELETE /console/organizations/{organization}/members/{userId}',
    call: (c, s, o) =>
      c.call(removeMember, 'DELETE', member(s), { ...o, params: { organization: s.slug, userId: s.people.owner.id } }),
    answers: { nobody: 401, stranger: 404, viewer: 403, marketer: 403, admin: 403, owner: 409, key: 401 },
  },
  {
    key: 'POST /console/organizations/{organization}/invitations',
    call: (c, s, o) =>
      c.call(invite, 'POST', inOrganization('/invitations')(s), {
        ...o,
        params: { organization: s.slug },
        json: { role: 'viewer' },
      }),
    answers: { nobody: 401, stranger: 404, viewer: 403, marketer: 403, admin: 201, owner: 201, key: 401 },
  },
  {
    key: 'DELETE /console/organizations/{organization}/invitations/{id}',
    call: (c, s, o) =>
      c.call(withdraw, 'DELETE', inOrganization('/invitations/x')(s), {
        ...o,
        params: { organization: s.slug, id: newId() },
      }),
    answers: { nobody: 401, stranger: 404, viewer: 403, marketer: 403, admin: 404, owner: 404, key: 401 },
  },
  {
    key: 'GET /organization-invitations/{token}',
    call: (c, _, o) =>
      c.call(readInvitation, 'GET', '/api/v1/organization-invitations/x', { ...o, params: { token: 'x'.repeat(43) } }),
    answers: { nobody: 403, stranger: 403, viewer: 403, marketer: 403, admin: 403, owner: 403, key: 403 },
  },
  {
    key: 'POST /organization-invitations/{token}',
    call: (c, _, o) =>
      c.call(accept, 'POST', '/api/v1/organization-invitations/x', { ...o, params: { token: 'x'.repeat(43) } }),
    answers: { nobody: 401, stranger: 403, viewer: 403, marketer: 403, admin: 403, owner: 403, key: 401 },
  },
  {
    key: 'GET /console/organizations/{organization}/domain',
    call: (c, s, o) =>
      c.call(getDomain, 'GET', inOrganization('/domain')(s), { ...o, params: { organization: s.slug } }),
    answers: { nobody: 401, stranger: 404, viewer: 200, marketer: 200, admin: 200, owner: 200, key: 401 },
  },
  {
    key: 'POST /console/organizations/{organization}/domain/check',
    call: (c, s, o) =>
      c.call(checkDomain, 'POST', inOrganization('/domain/check')(s), { ...o, params: { organization: s.slug } }),
    answers: { nobody: 401, stranger: 404, viewer: 403, marketer: 403, admin: 409, owner: 409, key: 401 },
  },
  {
    key: 'PUT /console/organizations/{organization}/domain',
    call: (c, s, o) =>
      c.call(nameDomain, 'PUT', inOrganization('/domain')(s), {
        ...o,
        params: { organization: s.slug },
        json: { domain: 'Example.ORG' },
      }),
    answers: { nobody: 401, stranger: 404, viewer: 403, marketer: 403, admin: 200, owner: 200, key: 401 },
  },
  {
    key: 'DELETE /console/organizations/{organization}/domain',
    call: (c, s, o) =>
      c.call(giveUpDomain, 'DELETE', inOrganization('/domain')(s), { ...o, params: { organization: s.slug } }),
    answers: { nobody: 401, stranger: 404, viewer: 403, marketer: 403, admin: 204, owner: 204, key: 401 },
  },
  {
    key: 'GET /console/keys',
    call: (c, s, o) => c.call(listKeys, 'GET', `/api/v1/console/keys?organization=${s.slug}`, o),
    answers: { nobody: 401, stranger: 404, viewer: 403, marketer: 403, admin: 200, owner: 200, key: 401 },
  },
  {
    key: 'POST /console/keys',
    call: (c, s, o) =>
      c.call(createKey, 'POST', '/api/v1/console/keys', {
        ...o,
        json: { organization: s.slug, name: 'Another', scopes: ['read'] },
      }),
    answers: { nobody: 401, stranger: 404, viewer: 403, marketer: 403, admin: 201, owner: 201, key: 401 },
  },
  {
    key: 'DELETE /console/keys/{id}',
    call: (c, s, o) => c.call(revokeKey, 'DELETE', '/api/v1/console/keys/x', { ...o, params: { id: s.keyId } }),
    answers: { nobody: 401, stranger: 404, viewer: 403, marketer: 403, admin: 204, owner: 204, key: 401 },
  },
];

describe('every route of organisations', () => {
  test('is here', () => {
    expect(routes.map(({ key }) => key).sort()).toEqual(Object.keys(organizationOperations).sort());
  });

  test.each(routes)('$key is for whom it is', async ({ key, call, answers }) => {
    // What ends something has a scene of its own.
    const own = key === 'DELETE /console/organizations/{organization}' || key === 'DELETE /console/keys/{id}';
    const s = own ? await scene() : shared;
    const got: Record<string, number> = {
      nobody: (await call(visitor(), s, {})).status,
      key: (await call(visitor(), s, bearer(s.key))).status,
    };
    for (const who of ['stranger', 'viewer', 'marketer', 'admin', 'owner'] as const) {
      got[who] = (await call(s.people[who].client, s, {})).status;
    }
    expect(got).toEqual(answers);
  });
});

test('somebody is invited, looks, joins and is in', async () => {
  const { slug, people } = await scene();
  const params = { organization: slug };
  const json = { role: 'marketer' };
  const invitation = await people.admin.client.call(invite, 'POST', `${base}/${slug}/invitations`, { params, json });
  const token = tokenIn((await invitation.json()).link);
  const path = `/api/v1/organization-invitations/${token}`;
  const shown = await answer(await visitor().call(readInvitation, 'GET', path, { params: { token } }));
  expect(shown).toMatchObject({ status: 200, body: { organization: { slug }, role: 'marketer', myRole: null } });
  expect((await visitor().call(accept, 'POST', path, { params: { token } })).status).toBe(401);
  const { client } = people.stranger;
  const joined = await answer(await client.call(accept, 'POST', path, { params: { token } }));
  expect(joined).toMatchObject({ status: 200, body: { slug, role: 'marketer' } });
  expect((await answer(await client.call(accept, 'POST', path, { params: { token } }))).body.code).toBe(
    'invitation_invalid',
  );
  const me = await (await client.call(getMe, 'GET', '/api/v1/me')).json();
  expect(me.organizations).toContainEqual(expect.objectContaining({ slug, role: 'marketer' }));
});
