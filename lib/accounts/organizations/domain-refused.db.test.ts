import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { organizations } from '@/db/schema';
import type { Ctx, UserActor } from '@/lib/context';
import { newId } from '@/lib/ids';
import { testDatabase } from '@/tests/database';
import { type Answer, says, startForeignHost } from '@/tests/foreign-host';
import { createTeam, type Team } from '@/tests/organizations';
import { checkDomain } from './check-domain';
import { nameDomain } from './domain';
import { internet, type Outside } from './outside';

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

describe('a domain is not proven', () => {
  const refused = async (from: Outside) => {
    const error = await checkDomain(as(team.owner), team.id, from).catch((reason: unknown) => reason);
    expect(error).toEqual(refusal(422, 'domain_not_proven'));
    expect(await domainOf(team)).toBeNull();
    return (error as { extras: { members: { file: string; dns: string } } }).extras.members;
  };

  test.each<[string, string, (token: string) => Answer]>([
    ['another text', 'it says something else', () => says('hello')],
    ['the token within a line', 'it says something else', (token) => says(`x${token}x`)],
    ['404 with the token', 'it answers 404', (token) => (_, response) => response.writeHead(404).end(token)],
    ['more than 10 KB', 'it is larger than 10 KB', (token) => says(`${token}\n${'x'.repeat(10_241)}`)],
    [
      'a redirect elsewhere',
      'it leads to another host',
      () => (_, response) => response.writeHead(301, { location: 'http://127.0.0.1/secret' }).end(),
    ],
    [
      'a redirect to another port',
      'it leads to another host',
      () => (request, response) => response.writeHead(301, { location: `http://${request.headers.host}:6379/` }).end(),
    ],
    [
      'a redirect to a file',
      'it leads to another host',
      () => (_, response) => response.writeHead(301, { location: 'file:///etc/passwd' }).end(),
    ],
    [
      'redirects without end',
      'it leads on and on',
      () => (_, response) => response.writeHead(302, { location: path }).end(),
    ],
    ['a connection that is cut', 'the connection was cut', () => (request) => request.socket.destroy()],
  ])('by %s', async (_, words, answers) => {
    const { fileText } = await claim(team.owner, team.id);
    host.answer = answers(fileText);
    const { file, dns } = await refused(outside());
    expect(file).toContain(words);
    expect(dns).toBe('there is no such record');
  });

  test('by whoever takes longer than 5 s', async () => {
    const { fileText } = await claim(team.owner, team.id);
    host.answer = (_, response) => {
      response.write(fileText);
    };
    const begin = Date.now();
    const addressesOf = async () => ['127.0.0.1'];
    const { file } = await refused(outside({ addressesOf, ports: { 'http:': host.port, 'https:': 1 } }));
    expect(file).toContain('no answer in 5 s');
    expect(Date.now() - begin).toBeLessThan(8_000);
  });

  test.each(['127.0.0.1', '10.0.0.5', '169.254.169.254', '::1', 'fd00::1'])(
    'by a server of our own network at %s, which is never asked',
    async (address) => {
      const { fileText } = await claim(team.owner, team.id);
      host.answer = says(fileText);
      const guarded = outside({ addressesOf: async () => [address], isPublic: internet.isPublic });
      expect((await refused(guarded)).file).toBe('its address is not a public one');
      expect(host.asked).toEqual([]);
    },
  );

  test('by DNS that names a private address once it was asked for another', async () => {
    const { fileText } = await claim(team.owner, team.id);
    host.answer = ({ url }, response) => {
      if (url === path) response.writeHead(302, { location: '/again' }).end();
      else response.end(fileText);
    };
    // By https the first look, where nobody answers; by http the second, and the third for its redirect.
    const looks = ['127.0.0.1', '127.0.0.1', '127.0.0.2'];
    const rebinding = outside({
      addressesOf: async () => [looks.shift() ?? '127.0.0.2'],
      isPublic: (address) => address === '127.0.0.1',
      ports: { 'http:': host.port, 'https:': 1 },
    });
    expect((await refused(rebinding)).file).toBe(
      'nobody answers there by https, its address is not a public one by http',
    );
    expect(looks).toEqual([]);
    expect(host.asked.map(({ url }) => url)).toEqual([path]);
  });

  test('by a domain without an address, nor by DNS that does not answer', async () => {
    await claim(team.owner, team.id);
    const nowhere = () => Promise.reject(Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' }));
    const silent = () => Promise.reject(Object.assign(new Error('queryTxt ETIMEOUT'), { code: 'ETIMEOUT' }));
    expect(await refused(outside({ addressesOf: nowhere, textsOf: silent }))).toEqual({
      file: 'the domain has no address',
      dns: 'no answer',
    });
  });

  test('without a claim, or when another was named meanwhile', async () => {
    const none = refusal(409, 'no_domain_claim');
    await expect(checkDomain(as(team.owner), team.id, outside())).rejects.toEqual(none);
    const { dnsValue } = await claim(team.owner, team.id);
    const textsOf = async () => {
      await claim(team.admin, team.id);
      return [dnsValue];
    };
    await expect(checkDomain(as(team.owner), team.id, outside({ textsOf }))).rejects.toEqual(none);
    expect(await domainOf(team)).toBeNull();
  });
});
