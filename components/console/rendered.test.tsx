import { describe, expect, test } from 'vitest';
import type { ConsoleApp, ListingView } from '@/lib/publishing/schema';
import { app, appId, listing, render, version } from '@/tests/console-scene';
import { AppControl } from './app-control';
import { AppNav } from './app-nav';
import { AppsPanel } from './apps-panel';
import { ConsoleNav } from './console-nav';
import { ListingEditor } from './listing/editor';
import { refusalOf } from './may';
import { PricesEditor } from './prices/prices-editor';
import { ReviewPanel } from './review-panel';
import { VersionPanel } from './version-panel';
import { VersionWorkspace } from './versions/workspace';

const around = {
  app,
  developer: { slug: 'example', name: 'Example', verified: false },
  categories: [{ slug: 'travel', name: 'Travel', subcategories: [] }],
  price: null,
};

const editor = (change: Partial<ListingView> = {}, refusal: string | null = null) =>
  render(<ListingEditor app={app} initial={{ ...listing, ...change }} around={around} refusal={refusal} />);

const rejected = {
  ...version,
  state: 'rejected' as const,
  submissions: [
    {
      id: '01890000-0000-7000-8000-000000000005',
      message: 'Hello',
      submittedAt: '2026-01-02T00:00:00.000Z',
      outcome: 'rejected' as const,
      decidedAt: '2026-01-03T00:00:00.000Z',
      guidelines: [{ id: '2.1', title: 'It works' }],
      evidence: 'It stops at the start.',
      note: 'Mend that.',
      appeal: null,
    },
  ],
};

describe('the version on its way', () => {
  test('says what is missing, leads to it, and why it cannot be submitted', () => {
    const page = render(<VersionPanel app={app} initial={version} refusal={null} />);
    expect(page).toContain(`/console/apps/${appId}/versions/${version.id}#field-build`);
    expect(page).toContain(`/console/apps/${appId}/listing#field-screenshots`);
    expect(page).toContain('One thing is missing first');
    expect(page).toContain('aria-disabled="true"');
    expect(page).toContain('aria-current="step"');
  });

  test('shows a rejection with its guideline, evidence and note, and offers to answer or appeal', () => {
    const page = render(<VersionPanel app={app} initial={{ ...rejected, problems: [] }} refusal={null} />);
    for (const words of [
      '2.1',
      'It works',
      'It stops at the start.',
      'Mend that.',
      'Answer and submit again',
      'Appeal',
    ])
      expect(page).toContain(words);
  });

  test('offers nobody a second appeal', () => {
    const appeal = {
      text: 'No',
      createdAt: '2026-01-04T00:00:00.000Z',
      outcome: 'upheld' as const,
      note: 'Yes',
      decidedAt: null,
    };
    const [submission] = rejected.submissions;
    const page = render(
      <VersionPanel app={app} initial={{ ...rejected, submissions: [{ ...submission!, appeal }] }} refusal={null} />,
    );
    expect(page).toContain('It was appealed already');
  });

  test('is read by viewers, who are told why they cannot move it', () => {
    const page = render(<VersionPanel app={app} initial={version} refusal={refusalOf('viewer', 'release')} />);
    expect(page).toContain('This needs the role admin.');
  });

  test('has one place for its build, its words, its release and its history', () => {
    const page = render(
      <VersionWorkspace app={app} initial={rejected} refusals={{ listing: null, release: null }} />,
      `/console/apps/${appId}/versions/${version.id}`,
    );
    for (const words of ['Choose a build', 'What’s new', 'German', 'Demo account', 'At a date', 'Delete this version'])
      expect(page).toContain(words);
  });
});

describe('the listing editor', () => {
  test('shows fields, what is wrong with them, the age that follows and the preview', () => {
    const page = editor();
    for (const words of ['Tide tables', '9+', 'What collects data needs a privacy policy.', '<strong>offline</strong>'])
      expect(page).toContain(words);
    expect(page).toContain('id="field-screenshots"');
  });

  test('marks what waits for the next release', () => {
    expect(editor()).toContain('Waits for the next release');
    expect(editor({ pending: [] })).not.toContain('Waits for the next release');
  });

  test('says why it is locked, and offers no saving then', () => {
    const page = editor({ lockedBecause: 'Version 1.4.0 is in review.' });
    expect(page).toContain('Version 1.4.0 is in review.');
    expect(page).not.toContain('>Save<');
    expect(editor({}, 'This needs the role marketer.')).toContain('This needs the role marketer.');
  });
});

describe('the other pages', () => {
  test('prices say what each country pays, and what is its own', () => {
    const page = render(
      <PricesEditor
        appId={appId}
        initial={{
          base: { currency: 'EUR', amountMinor: 299 },
          countries: [
            { country: 'DE', currency: 'EUR', amountMinor: 299, isOverride: false },
            { country: 'JP', currency: 'JPY', amountMinor: 450, isOverride: true },
            { country: '*', currency: 'EUR', amountMinor: 299, isOverride: false },
          ],
        }}
        countries={[
          { code: 'DE', name: 'Germany', currency: 'EUR' },
          { code: 'JP', name: 'Japan', currency: 'JPY' },
        ]}
        isReleased
        refusal={null}
      />,
    );
    for (const words of ['€2.99', '¥450', 'Everywhere else', 'Own price in Japan, JPY']) expect(page).toContain(words);
  });

  test('thousands of apps are a few rows in the document', () => {
    const apps: ConsoleApp[] = Array.from({ length: 5000 }, (_, index) => ({
      ...app,
      id: `01890000-0000-7000-8000-${String(index).padStart(12, '0')}`,
      name: `App ${index}`,
    }));
    const params = { organization: 'example', limit: '50' };
    const page = render(
      <AppsPanel
        organization="example"
        total={5000}
        initial={{ items: apps, nextCursor: null }}
        params={params}
        newApp={null}
      />,
    );
    const rows = page.match(/<article/g)?.length ?? 0;
    expect(page).toContain('5,000 apps');
    expect(rows).toBeGreaterThan(10);
    expect(rows).toBeLessThan(60);
  });

  test('an organisation without apps is led to its first one', () => {
    const page = render(
      <AppsPanel
        organization="example"
        total={0}
        initial={{ items: [], nextCursor: null }}
        params={{ organization: 'example', limit: '50' }}
        newApp={<a href="/console/example/apps/new">New app</a>}
      />,
    );
    expect(page).toContain('Your first app begins here');
    expect(page).toContain('/console/example/apps/new');
  });

  test('only what was never released can be deleted, and only what was can be taken off sale', () => {
    const refusals = { release: null, own: null };
    const released = render(<AppControl app={app} refusals={refusals} />);
    expect(released).toContain('Take off sale');
    expect(released).not.toContain('Delete…');
    expect(released).toContain('Version 1.4.0 is on its way.');
    const draft = render(<AppControl app={{ ...app, status: 'draft', inFlight: null }} refusals={refusals} />);
    expect(draft).toContain('Possible after its first release.');
    expect(draft).toContain('Delete…');
  });

  test('the way says where one is, and which other organisations there are', () => {
    const nav = render(
      <ConsoleNav organization={{ slug: 'example', name: 'Example' }} others={[{ slug: 'two', name: 'Two' }]} />,
      '/console/example/members',
    );
    expect(nav).toMatch(/href="\/console\/example\/members"[^>]*aria-current="page"/);
    expect(nav).toContain('/console/two');
    const tabs = render(<AppNav app={app} />, `/console/apps/${appId}/versions/1.4.0`);
    expect(tabs).toMatch(/href="\/console\/apps\/[^"]*\/versions"[^>]*aria-current="true"/);
    expect(tabs).toContain('/apps/tern');
    expect(tabs).toContain(`/console/example/reviews?app=${appId}`);
  });

  test('reviews begin with their stars and what is unanswered, and stay with their app', () => {
    const panel = (scope: Record<string, string>, unanswered: number) =>
      render(
        <ReviewPanel
          scope={scope}
          params={scope}
          initial={{ items: [], nextCursor: null }}
          summary={{ histogram: { '1': 1, '2': 0, '3': 0, '4': 0, '5': 3 }, unanswered }}
          countries={['DE']}
          href="/console/example/reviews"
          refusal={null}
        />,
      );
    const one = panel({ organization: 'example', app: appId }, 2);
    for (const words of ['4.0', '4 reviews', '2 unanswered', 'about this app']) expect(one).toContain(words);
    expect(one).toContain(`<input type="hidden" name="app" value="${appId}"/>`);
    const all = panel({ organization: 'example' }, 0);
    expect(all).toContain('All are answered.');
    expect(all).not.toContain('name="app"');
  });
});
