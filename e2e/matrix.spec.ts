import { readdirSync } from 'node:fs';
import { operations } from '@/lib/http/operations';
import { type DemoRole, expect, test } from './fixtures';

type Access = 'anyone' | 'user' | 'developer' | 'moderator' | 'admin';

/** Who may see each page of app/; a page that is missing here fails the first test. */
const PAGES: Record<string, Access> = {
  '/': 'anyone',
  '/[...missing]': 'anyone',
  '/account': 'user',
  '/apps/[slug]': 'anyone',
  '/categories': 'anyone',
  '/categories/[slug]': 'anyone',
  '/console': 'user',
  '/console/[organization]': 'developer',
  '/console/[organization]/apps/new': 'developer',
  '/console/[organization]/keys': 'user',
  '/console/[organization]/members': 'user',
  '/console/[organization]/reviews': 'developer',
  '/console/[organization]/settings': 'user',
  '/console/apps/[id]': 'developer',
  '/console/apps/[id]/listing': 'developer',
  '/console/apps/[id]/prices': 'developer',
  '/console/apps/[id]/versions': 'developer',
  '/console/apps/[id]/versions/[version]': 'developer',
  '/console/new': 'user',
  '/developers/[slug]': 'anyone',
  '/docs/api': 'anyone',
  '/forgot-password': 'anyone',
  '/goodbye': 'anyone',
  '/guidelines': 'anyone',
  '/join/[token]': 'anyone',
  '/legal/[page]': 'anyone',
  '/library': 'user',
  '/moderation': 'moderator',
  '/moderation/appeals': 'moderator',
  '/moderation/audit': 'moderator',
  '/moderation/reports': 'moderator',
  '/moderation/reviews': 'moderator',
  '/moderation/submissions': 'moderator',
  '/notifications': 'user',
  '/ops': 'admin',
  '/ops/collections': 'admin',
  '/ops/collections/[id]': 'admin',
  '/ops/invitations': 'admin',
  '/ops/legal': 'admin',
  '/ops/mail': 'admin',
  '/ops/queues': 'admin',
  '/ops/payouts': 'admin',
  '/ops/refunds': 'admin',
  '/ops/settings': 'admin',
  '/ops/system': 'admin',
  '/ops/users': 'admin',
  '/purchases': 'user',
  '/purchases/[id]': 'user',
  '/reset-password/[token]': 'anyone',
  '/search': 'anyone',
  '/sign-in': 'anyone',
  '/sign-up': 'anyone',
  '/stories/[slug]': 'anyone',
  '/transparency': 'anyone',
  '/verify': 'anyone',
  '/verify/[token]': 'anyone',
  '/wishlist': 'user',
};

/** Demo people that may not go where this role may. */
const LACKING: Record<Access, DemoRole[]> = {
  anyone: [],
  user: [],
  developer: [],
  moderator: ['shopper', 'developer'],
  admin: ['shopper', 'developer', 'moderator'],
};

const isForStaff = (auth: string) => auth === 'moderator' || auth === 'admin';

const SOMEBODY_ELSES = '01890000-0000-7000-8000-000000000000';
const pages = Object.entries(PAGES).map(([pattern, access]) => ({
  path: pattern.replace(/\[[^\]]+\]/g, SOMEBODY_ELSES),
  access,
}));
const routes = Object.entries(operations).map(([key, { auth }]) => {
  const [method = '', path = ''] = key.split(' ');
  return { method, path: `/api/v1${path.replace(/\{[^}]+\}/g, SOMEBODY_ELSES)}`, auth };
});

test('every page of the app is in the table', () => {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' });
  const found = files
    .filter((file) => /(^|\/)page\.tsx$/.test(file))
    .map((file) => `/${file.replace(/(^|\/)page\.tsx$/, '').replace(/\([^)]+\)\/?/g, '')}`.replace(/(.)\/$/, '$1'));
  expect(found.sort()).toEqual(Object.keys(PAGES).sort());
});

// One test asks for many addresses: a page of its own for each would cost minutes. Every refusal names its address.

test('every route that wants a session is 401 without one', async ({ request }) => {
  for (const { method, path } of routes.filter((route) => route.auth !== 'none')) {
    const answer = await request.fetch(path, { method });
    expect.soft(answer.status(), `${method} ${path}`).toBe(401);
    expect.soft(answer.headers()['content-type'], `${method} ${path}`).toContain('application/problem+json');
    expect
      .soft(await answer.json(), `${method} ${path}`)
      .toMatchObject({ status: 401, code: 'not_signed_in', requestId: expect.any(String) });
  }
});

for (const role of ['shopper', 'admin'] as const) {
  test(`every route that writes is 403 from another origin, for a ${role} who may call it`, async ({
    context,
    signIn,
  }) => {
    await signIn(role);
    const writes = routes.filter(({ auth, method }) => auth !== 'none' && method !== 'GET');
    for (const { method, path } of writes.filter(({ auth }) => (role === 'admin') === isForStaff(auth))) {
      for (const origin of ['https://elsewhere.example', 'null', '']) {
        const answer = await context.request.fetch(path, { method, headers: origin === '' ? {} : { Origin: origin } });
        expect.soft(answer.status(), `${method} ${path} from ${origin}`).toBe(403);
        expect.soft(await answer.json(), `${method} ${path}`).toMatchObject({ status: 403, code: 'bad_origin' });
      }
    }
  });
}

for (const role of ['shopper', 'developer', 'moderator'] as const) {
  test(`what a ${role} has no role for is 403 in the API and no page at all`, async ({ context, signIn, baseURL }) => {
    await signIn(role);
    for (const { method, path } of routes.filter(({ auth }) => auth !== 'none' && LACKING[auth].includes(role))) {
      const answer = await context.request.fetch(path, { method, headers: { Origin: baseURL ?? '' } });
      expect.soft(answer.status(), `${method} ${path}`).toBe(403);
      expect.soft(await answer.json(), `${method} ${path}`).toMatchObject({ status: 403, code: 'role_required' });
    }
    for (const { path } of pages.filter(({ access }) => LACKING[access].includes(role))) {
      expect.soft((await context.request.get(path)).status(), path).toBe(404);
    }
  });
}

test('every page that wants a session asks a visitor to sign in and remembers where they were going', async ({
  request,
  baseURL,
}) => {
  for (const { path } of pages.filter((page) => page.access !== 'anyone')) {
    const answer = await request.get(path);
    const { pathname, searchParams } = new URL(answer.url(), baseURL);
    expect.soft([answer.status(), pathname, searchParams.get('next')], path).toEqual([200, '/sign-in', path]);
  }
});

for (const role of ['shopper', 'developer', 'admin'] as const) {
  test(`pages of an organisation that a ${role} is no member of do not exist`, async ({ context, signIn }) => {
    await signIn(role);
    for (const { path } of pages.filter((page) => page.access === 'developer')) {
      expect.soft((await context.request.get(path)).status(), path).toBe(404);
    }
  });
}
