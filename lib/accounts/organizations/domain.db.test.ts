import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { auditLog, organizations } from '@/db/schema';
import type { Ctx, UserActor } from '@/lib/context';
import { newId } from '@/lib/ids';
import { testDatabase } from '@/tests/database';
import { says, startForeignHost } from '@/tests/foreign-host';
import { createTeam, keyActor, type Team } from '@/tests/organizations';
import { checkDomain } from './check-domain';
import { getDomain, giveUpDomain, nameDomain } from './domain';
import { getOrganization } from './queries';
import { domainBody } from './schema';

const t = testDatabase();
const host = await startForeignHost();
const { outside } = host;
const as = (actor: Ctx['actor']): Ctx => t.ctx({ actor });
const refusal = (status: number, code: string) => expect.objectContaining({ status, code });
const path = '/.well-known/pomona-verification.txt';
const newDomain = () => `d${newId().slice(-12)}.example`;

async function claim(actor: UserActor, id: string, domain = newDomain()) {
  const { claim: named } = await nameDomain(as(actor), id, domain);
  if (!named) throw new Error('no claim');
  return named;
}
const domainOf = async ({ id }: { id: string }) =>
  (await t.db.select().from(organizations).where(eq(organizations.id, id)))[0]?.verifiedDomain;

let team: Team;
beforeEach(async () => {
  team = await createTeam(t.db);
});

describe('naming a domain', () => {
  test('says what to put where, the same each time, and another domain needs another token', async () => {
    const first = await claim(team.admin, team.id, 'example.org');
    expect(first).toEqual({
      domain: 'example.org',
      fileUrl: `https://example.org${path}`,
      fileText: expect.stringMatching(/^[\w-]{43}$/),
      dnsName: '_pomona.example.org',
      dnsValue: `pomona-verification=${first.fileText}`,
    });
    expect(await claim(team.owner, team.id, 'example.org')).toEqual(first);
    expect((await getDomain(as(team.viewer), team.id)).claim).toEqual(first);
    expect((await claim(team.owner, team.id, 'example.net')).fileText).not.toBe(first.fileText);
  });

  test.each([
    'localhost',
    '127.0.0.1',
    '0x7f.0x1',
    '10.1',
    '[::1]',
    'example.org.',
    'exa mple.org',
    'a@example.org',
    'example.org:8080',
    'example.org/path',
    'münchen.de',
    '-a.org',
    `${'a.'.repeat(130)}org`,
  ])('takes no %s', (domain) => {
    expect(domainBody.safeParse({ domain }).success).toBe(false);
  });

  test('takes a domain in any case', () => {
    expect(domainBody.parse({ domain: ' Apps.Xn--Mnchen-3ya.DE ' })).toEqual({ domain: 'apps.xn--mnchen-3ya.de' });
  });
});

describe('a domain is proven', () => {
  test('by the file, in a line of its own, on record and for everybody to see', async () => {
    const { domain, fileText } = await claim(team.owner, team.id);
    host.answer = says(`\ufeffsomething-else\r\n  ${fileText}  \r\n`);
    const proven = await checkDomain(as(team.admin), team.id, outside());
    expect(proven).toEqual({ verifiedDomain: domain, verifiedAt: expect.any(String), claim: null });
    expect(await getOrganization(as(team.viewer), team.id)).toMatchObject({ verifiedDomain: domain });
    expect(host.asked).toEqual([{ host: domain, url: path }]);
    const entries = await t.db.select().from(auditLog).where(eq(auditLog.subjectId, team.id));
    expect(entries.map(({ action }) => action)).toEqual(['organization.domain_named', 'organization.domain_proven']);
  });

  test('by the DNS record alone', async () => {
    const { domain, dnsName, dnsValue } = await claim(team.owner, team.id);
    const names: string[] = [];
    const textsOf = async (name: string) => {
      names.push(name);
      return ['v=spf1 -all', dnsValue];
    };
    expect(await checkDomain(as(team.owner), team.id, outside({ textsOf }))).toMatchObject({ verifiedDomain: domain });
    expect(names).toEqual([dnsName]);
  });

  test('through at most two redirects on the same host', async () => {
    const { fileText } = await claim(team.owner, team.id);
    host.answer = ({ url }, response) => {
      if (url === '/c') response.end(fileText);
      else response.writeHead(302, { location: url === path ? '/b' : 'c' }).end();
    };
    await checkDomain(as(team.owner), team.id, outside());
    expect(host.asked.map(({ url }) => url)).toEqual([path, '/b', '/c']);
  });

  test('by one of two organisations that prove it at once, and by no other until it is given up', async () => {
    const other = await createTeam(t.db);
    const domain = newDomain();
    const tokens = [
      (await claim(team.owner, team.id, domain)).fileText,
      (await claim(other.owner, other.id, domain)).fileText,
    ];
    host.answer = says(tokens.join('\n'));
    const outcomes = await Promise.allSettled([
      checkDomain(as(team.owner), team.id, outside()),
      checkDomain(as(other.owner), other.id, outside()),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: refusal(409, 'domain_taken'),
    });
    const [winner, loser] = (await domainOf(team)) === domain ? [team, other] : [other, team];
    expect(await domainOf(loser)).toBeNull();
    await giveUpDomain(as(winner.admin), winner.id);
    await checkDomain(as(loser.owner), loser.id, outside());
    expect([await domainOf(winner), await domainOf(loser)]).toEqual([null, domain]);
  });

  test('twice at once is one proof; what was proven stays until a new one is', async () => {
    const { domain, fileText } = await claim(team.owner, team.id);
    host.answer = says(fileText);
    const outcomes = await Promise.allSettled([1, 2].map(() => checkDomain(as(team.owner), team.id, outside())));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await claim(team.owner, team.id);
    await expect(checkDomain(as(team.owner), team.id, outside())).rejects.toEqual(refusal(422, 'domain_not_proven'));
    expect(await domainOf(team)).toBe(domain);
  });
});

describe('the domain of an organisation', () => {
  test('is given up with its claim, once on record', async () => {
    const { fileText } = await claim(team.owner, team.id);
    host.answer = says(fileText);
    await checkDomain(as(team.owner), team.id, outside());
    await claim(team.owner, team.id);
    await giveUpDomain(as(team.admin), team.id);
    await giveUpDomain(as(team.admin), team.id);
    expect(await getDomain(as(team.viewer), team.id)).toEqual({ verifiedDomain: null, verifiedAt: null, claim: null });
    const entries = await t.db.select().from(auditLog).where(eq(auditLog.subjectId, team.id));
    expect(entries.filter(({ action }) => action === 'organization.domain_given_up')).toHaveLength(1);
  });

  test('is looked for so often, and then not for a while', async () => {
    await claim(team.owner, team.id);
    const elsewhere = outside({ addressesOf: async () => [] });
    for (let i = 0; i < 10; i += 1) await checkDomain(as(team.owner), team.id, elsewhere).catch(() => undefined);
    await expect(checkDomain(as(team.owner), team.id, elsewhere)).rejects.toEqual(refusal(429, 'rate_limited'));
  });

  test('is for owners and admins to change', async () => {
    const { id, marketer, viewer, stranger } = team;
    await claim(team.owner, id);
    for (const [actor, status, code] of [
      [marketer, 403, 'role_required'],
      [viewer, 403, 'role_required'],
      [stranger, 404, 'not_found'],
      [keyActor(id, 'read', 'release'), 401, 'not_signed_in'],
      [{ kind: 'anonymous' }, 401, 'not_signed_in'],
    ] as const) {
      for (const doing of [
        () => nameDomain(as(actor), id, 'example.org'),
        () => checkDomain(as(actor), id, outside()),
        () => giveUpDomain(as(actor), id),
      ]) {
        await expect(doing()).rejects.toEqual(refusal(status, code));
      }
    }
    expect(host.asked).toEqual([]);
    await expect(getDomain(as(stranger), id)).rejects.toEqual(refusal(404, 'not_found'));
  });
});
