import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type APIRequestContext, test as base, type BrowserContext, expect, type Page } from '@playwright/test';

export { expect };

export type DemoRole = 'shopper' | 'developer' | 'moderator' | 'admin';
export type Credentials = { email: string; password: string };
type Person = Credentials & { name: string };
type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

/** An answer of the store that a test provokes on purpose, 0 for none at all; any other failed request fails the test. */
type Expected = { status: number; path: RegExp };

type Fixtures = {
  /** Declares an answer ≥ 400 that this test provokes; 0 is a connection that ends without one. */
  expectAnswer(status: number, path: RegExp): void;
  /** Signs the page's context in as one of the demo people. */
  signIn(role: DemoRole): Promise<void>;
  /** Makes a new person and signs the page's context in as them. */
  signUp(country?: string): Promise<Person>;
  /** A page of somebody else, in a browser of their own that is watched as well. */
  openAs(who: DemoRole | 'new person' | 'visitor'): Promise<Page>;
  /** Fails the test on anything that went wrong unseen. */
  watch: undefined;
};

type WorkerFixtures = {
  /** Sessions of the demo people, made once a worker: signing in is limited per account. */
  sessions: Map<DemoRole, Cookies>;
};

/** The demo people of the store under test. */
export function demoAccount(role: DemoRole): Credentials {
  const file = join(process.env.POMONA_TEST_DIR ?? '', 'store', 'demo-accounts.json');
  const accounts = JSON.parse(readFileSync(file, 'utf8')) as (Credentials & { role: string })[];
  const account = accounts.find((one) => one.role === role);
  if (account === undefined) throw new Error(`The demo store has no ${role}`);
  return account;
}

/** Signs in the way any program does; the request context keeps the session's cookie. */
export async function signInByRequest(request: APIRequestContext, origin: string, who: Credentials): Promise<void> {
  const headers = { Origin: origin };
  const { csrfToken } = await (await request.get('/api/auth/csrf')).json();
  const form = { csrfToken, email: who.email, password: who.password, json: 'true' };
  const answer = await request.post('/api/auth/callback/credentials', { headers, form, maxRedirects: 0 });
  expect(answer.status(), `${who.email} signs in: ${await answer.text()}`).toBe(200);
  const me = await request.get('/api/v1/me');
  expect(me.status(), `${who.email} is signed in`).toBe(200);
}

let people = 0;

async function signUpAs(context: BrowserContext, origin: string, country = 'US'): Promise<Person> {
  people += 1;
  const name = `Person ${base.info().parallelIndex}-${people}`;
  const email = `person-${crypto.randomUUID()}@example.com`;
  const person = { name, email, password: 'a long walk in the orchard' };
  const headers = { Origin: origin };
  const answer = await context.request.post('/api/v1/accounts', { headers, data: { ...person, country } });
  expect(answer.status(), `${email} signs up: ${await answer.text()}`).toBe(201);
  await signInByRequest(context.request, origin, person);
  return person;
}

async function signInAs(
  role: DemoRole,
  context: BrowserContext,
  origin: string,
  sessions: WorkerFixtures['sessions'],
): Promise<void> {
  const known = sessions.get(role);
  if (known !== undefined) return context.addCookies(known);
  await signInByRequest(context.request, origin, demoAccount(role));
  sessions.set(role, await context.cookies());
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  sessions: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the dependencies from this pattern
    async ({}, use) => {
      await use(new Map());
    },
    { scope: 'worker' },
  ],

  signIn: async ({ context, baseURL, sessions }, use) => {
    await use((role) => signInAs(role, context, baseURL ?? '', sessions));
  },

  signUp: async ({ context, baseURL }, use) => {
    await use((country = 'US') => signUpAs(context, baseURL ?? '', country));
  },

  openAs: async ({ browser, context, baseURL, sessions }, use) => {
    const problems: string[] = [];
    const opened: BrowserContext[] = [];
    await use(async (who) => {
      const theirs = await browser.newContext({ baseURL });
      opened.push(theirs);
      watchContext(theirs, baseURL ?? '', expectedOf(context), problems);
      if (who === 'new person') await signUpAs(theirs, baseURL ?? '');
      else if (who !== 'visitor') await signInAs(who, theirs, baseURL ?? '', sessions);
      return theirs.newPage();
    });
    for (const one of opened) await one.close();
    expect(problems, 'errors in the browsers of others').toEqual([]);
  },

  expectAnswer: async ({ context }, use) => {
    const expected = expectedOf(context);
    await use((status, path) => {
      expected.push({ status, path });
    });
  },

  watch: [
    async ({ context, baseURL }, use) => {
      const problems: string[] = [];
      watchContext(context, baseURL ?? '', expectedOf(context), problems);
      await use(undefined);
      expect(problems, 'errors in the console, exceptions and failed requests').toEqual([]);
    },
    { auto: true },
  ],
});

const expectations = new WeakMap<BrowserContext, Expected[]>();

function expectedOf(context: BrowserContext): Expected[] {
  const known = expectations.get(context) ?? [];
  expectations.set(context, known);
  return known;
}

/** Collects console errors, uncaught exceptions and failed requests of every page of a context. */
export function watchContext(context: BrowserContext, origin: string, expected: Expected[], problems: string[]): void {
  const isExpected = (url: string, status?: number) =>
    URL.canParse(url) &&
    expected.some((one) => (status ?? one.status) === one.status && one.path.test(new URL(url).pathname));
  context.on('console', (message) => {
    if (message.type() !== 'error') return;
    // The browser's own line about an answer that the test provoked.
    if (/^Failed to load resource/.test(message.text()) && isExpected(message.location().url)) return;
    problems.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => {
    problems.push(`exception: ${error.error().message}`);
  });
  context.on('response', (response) => {
    const url = response.url();
    if (response.status() < 400 || !url.startsWith(origin) || isExpected(url, response.status())) return;
    problems.push(`${response.status()} ${response.request().method()} ${url}`);
  });
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // Going to another page ends what the last one was still fetching.
    if (!request.url().startsWith(origin) || reason === 'net::ERR_ABORTED' || isExpected(request.url(), 0)) return;
    // Where scripts are off the browser fetches none, and says so.
    if (reason === 'csp' && isExpected(request.url())) return;
    problems.push(`${reason} ${request.method()} ${request.url()}`);
  });
}

/** No serious or critical finding of axe under WCAG 2.2 AA on the page as it is now. At 320 px it has the colours and words of 360. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  if (page.viewportSize()?.width === WINDOWS.narrow.width) return;
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  // What an open dialog shuts off lies under a scrim: nobody reads it there, and its colours depend on the moment.
  const shutOff = '[data-base-ui-inert][aria-hidden="true"]';
  const { violations } = await new AxeBuilder({ page }).exclude(shutOff).withTags(tags).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const findings = serious.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((n) => n.html).join(' … ')}`);
  expect(findings, `axe on ${page.url()}`).toEqual([]);
}

/** Nothing makes the page scroll sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${page.url()} is wider than its window`).toBeLessThanOrEqual(0);
}

const WINDOWS = {
  narrow: { width: 320, height: 640 },
  phone: { width: 360, height: 780 },
  desktop: { width: 1440, height: 900 },
} as const;

const look = (window: keyof typeof WINDOWS, colorScheme: 'light' | 'dark') => ({
  name: `${window}, ${colorScheme}`,
  use: { viewport: WINDOWS[window], colorScheme, hasTouch: window !== 'desktop' },
});

/** For `test.use(use)`: the looks that a journey is judged by; whole pages are judged in more (windows.ts). */
export const LOOKS = [look('phone', 'dark'), look('desktop', 'light'), look('narrow', 'light')];
