import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRef } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { type QueueItem, queueItem, type SubmissionCase, submissionCase } from '@/lib/moderation/schema';
import { CasePane } from './case-pane';
import { emptyDraft } from './decision';
import { DecisionPanel } from './decision-panel';
import { EvidencePane } from './evidence-pane';
import { HourBars } from './hour-bars';
import { QueuePane } from './queue-pane';
import { QueueRow } from './queue-row';
import { standingOf, whyNotDecide } from './standing';
import { SuspensionForm } from './suspension-dialog';
import type { Claim } from './use-claim';

const id = (n: number) => `0190a1b2-0000-7000-8000-${String(n).padStart(12, '0')}`;
const now = Date.parse('2026-03-03T12:00:00Z');

const row = (n: number, changes: Partial<QueueItem> = {}): QueueItem =>
  queueItem.parse({
    id: id(n),
    position: n,
    app: { id: id(900), slug: 'tern', name: `Tern ${n}`, iconUrl: null, color: '#336699', status: 'listed' },
    organization: {
      id: id(901),
      slug: 'harbour',
      name: 'Harbour Works',
      verifiedDomain: 'harbour.example',
      isSuspended: false,
    },
    version: '2.1.0',
    platform: 'android',
    state: 'waiting_for_review',
    isFirst: false,
    submittedAt: '2026-03-02T09:00:00.000Z',
    queuedAt: '2026-03-02T09:00:00.000Z',
    ageMinutes: 27 * 60,
    isLate: true,
    claim: null,
    holdCount: 1,
    outcome: null,
    decidedAt: null,
    ...changes,
  });

const item: SubmissionCase = submissionCase.parse({
  ...row(1),
  message: 'We fixed the tides.',
  reviewNotes: 'Open the map.',
  demoAccount: 'demo / tides',
  snapshot: {
    listing: {
      name: 'Tern',
      subtitle: 'Tides for small boats',
      category: 'weather',
      subcategory: null,
      description: 'Tide tables and *weather*.',
      promotionalText: '',
      keywords: ['tides'],
      supportUrl: 'https://harbour.example/help',
      privacyUrl: null,
      privacyLabel: { collected: ['location'], linked: [], tracking: [] },
      accessibility: [],
      age: { violence: 'some' },
      translations: { de: { subtitle: 'Gezeiten', description: 'Tabellen', promotionalText: '' } },
      iconId: id(5),
      screenshots: [{ id: id(6), altText: 'The map', platform: null }],
    },
    ageRating: 9,
    version: {
      version: '2.1.0',
      platform: 'android',
      releaseNotes: 'Better tides',
      languages: ['en'],
      minimumOs: null,
      webUrl: null,
    },
    build: {
      fileName: 'tern.apk',
      sizeBytes: 2_000_000,
      sha256: 'a'.repeat(64),
      facts: {
        kind: 'apk',
        packageName: 'org.example.tern',
        versionName: '2.1.0',
        versionCode: 21,
        minimumOs: '26',
        permissions: ['android.permission.CAMERA'],
        entryCount: 40,
      },
    },
  },
  differences: [
    {
      path: 'listing.subtitle',
      label: 'Subtitle',
      kind: 'text',
      before: 'Tides for boats',
      after: 'Tides for small boats',
    },
    { path: 'listing.iconId', label: 'Icon', kind: 'media', before: id(4), after: id(5) },
    { path: 'build.facts.permissions', label: 'Permissions', kind: 'list', before: ['NFC'], after: ['CAMERA'] },
    { path: 'build.sizeBytes', label: 'Size in bytes', kind: 'number', before: 1_000_000, after: 2_000_000 },
    { path: 'build.sha256', label: 'SHA-256', kind: 'hash', before: 'b'.repeat(64), after: 'a'.repeat(64) },
  ],
  previousVersion: '2.0.0',
  holds: [
    { key: 'k', kind: 'permissions', sentence: 'The build asks for more permissions.', isApprovedBefore: false },
    { key: 'l', kind: 'icon', sentence: 'The icon changes.', isApprovedBefore: true },
  ],
  build: null,
  history: [],
  conflict: null,
  evidence: '',
  note: '',
  guidelineIds: [],
  ageRating: 9,
});

const queueOf = <T,>(items: T[]) => ({
  items,
  hasMore: false,
  isLoading: false,
  isLoadingMore: false,
  error: null,
  loadMore: () => {},
  refresh: () => {},
});

const claim: Claim = { take: () => {}, giveBack: () => {}, isTaking: false, isGivingBack: false, problem: null };
const panel = (changes: Partial<Parameters<typeof DecisionPanel>[0]>) =>
  renderToStaticMarkup(
    <DecisionPanel
      ref={createRef()}
      item={item}
      blocked={null}
      draft={null}
      refusal={null}
      onDraft={() => {}}
      onDecide={() => {}}
      {...changes}
    />,
  );
const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

test('a late submission says so in words, not by its colour alone', () => {
  const html = words(
    renderToStaticMarkup(<QueueRow item={row(3)} href="?" isChosen={false} now={now} onOpen={() => {}} />),
  );
  expect(html).toContain('late by 3 h');
  expect(html).toContain('place 3');
});

test('of ten thousand submissions only those in sight are drawn', () => {
  const items = Array.from({ length: 10_000 }, (_, n) => row(n + 1));
  const html = renderToStaticMarkup(
    <QueuePane
      ref={createRef()}
      queue={queueOf(items)}
      tabs={[{ state: 'open', label: 'Waiting' }]}
      state="open"
      chosenId={null}
      rowPx={84}
      empty={{ title: 'Nothing', text: 'Nothing' }}
      renderRow={(item) => <QueueRow item={item} href="?" isChosen={false} now={now} onOpen={() => {}} />}
      hrefOf={() => '?'}
      onState={() => {}}
    />,
  );
  const drawn = html.match(/data-row=/g)?.length ?? 0;
  expect(drawn).toBeGreaterThan(5);
  expect(drawn).toBeLessThan(40);
  expect(html).toContain('aria-setsize="10000"');
});

test('a case shows what differs: words, pictures, permissions, size and hash', () => {
  const standing = standingOf(item, now);
  const html = renderToStaticMarkup(
    <CasePane item={item} standing={standing} claim={claim} now={now} headingRef={createRef()} />,
  );
  expect(html).toMatch(/<ins[^>]*>small <\/ins>|<ins[^>]*> small<\/ins>|<ins[^>]*>small<\/ins>/);
  expect(html).toContain(`/media/${id(4)}/256.webp`);
  expect(html).toContain(`/media/${id(5)}/256.webp`);
  expect(words(html)).toContain('CAMERA , new');
  expect(words(html)).toContain('NFC , gone');
  expect(words(html)).toContain('+1 MB (+100%)');
  expect(html).toContain('b'.repeat(64));
});

test('what was approved before is put aside', () => {
  const html = renderToStaticMarkup(
    <CasePane item={item} standing={standingOf(item, now)} claim={claim} now={now} headingRef={createRef()} />,
  );
  expect(html.indexOf('asks for more permissions')).toBeLessThan(html.indexOf('let pass before'));
  expect(html.indexOf('The icon changes')).toBeGreaterThan(html.indexOf('let pass before'));
});

test('what helps to decide is there, and suspending only for those who may', () => {
  const html = renderToStaticMarkup(<EvidencePane item={item} onSuspend={null} />);
  for (const text of ['We fixed the tides.', 'Open the map.', 'demo / tides', 'org.example.tern', 'tern.apk'])
    expect(html).toContain(text);
  expect(html).not.toContain('Suspend');
  expect(renderToStaticMarkup(<EvidencePane item={item} onSuspend={() => {}} />)).toContain('Suspend…');
});

test('of suspending and lifting only what is possible is offered', () => {
  const form = (isSuspended: boolean) =>
    renderToStaticMarkup(
      <QueryClientProvider client={new QueryClient()}>
        <SuspensionForm
          organization={{ ...item.organization, isSuspended }}
          onClose={() => {}}
          onDone={async () => {}}
        />
      </QueryClientProvider>,
    );
  expect(form(false)).toContain('<textarea');
  expect(form(false)).not.toContain('Lift');
  expect(form(true)).toContain('Lift the suspension');
  expect(form(true)).not.toContain('<textarea');
  const suspended = { ...item, organization: { ...item.organization, isSuspended: true } };
  const pane = renderToStaticMarkup(<EvidencePane item={suspended} onSuspend={() => {}} />);
  expect(pane).toContain('It is suspended');
  expect(pane).toContain('Lift suspension…');
});

test('without a claim no decision can be begun, and it is said why', () => {
  const html = panel({ blocked: whyNotDecide(standingOf(item, now)) });
  expect(html.match(/<button[^>]*disabled=""/g)).toHaveLength(3);
  expect(html).toContain('Claim it first.');
});

test('the developer’s letter is shown while it is written', () => {
  const draft = { ...emptyDraft('reject'), guidelineIds: ['2.1' as const], evidence: 'It crashes.', note: 'Mend it.' };
  const html = words(panel({ draft }));
  const letter = html.slice(html.indexOf('What the developer will read'));
  for (const text of ['Tern 2.1.0 was rejected', '2.1 It works', 'It crashes.', 'Mend it.', 'appeal once'])
    expect(letter).toContain(text);
});

test('an age rating can be raised and not lowered', () => {
  const html = panel({ draft: emptyDraft('approve') });
  expect([...html.matchAll(/<option value="(\d*)"/g)].map(([, age]) => age)).toEqual(['', '12', '16', '18']);
});

test('the hours stand in a table too', () => {
  const values = Array.from({ length: 24 }, (_, hour) => hour);
  const html = renderToStaticMarkup(<HourBars values={values} now="2026-03-03T12:30:00.000Z" />);
  expect(html.match(/<tr/g)).toHaveLength(25);
  expect(html).toContain('276 decisions in the last 24 hours; most at 12:00 UTC: 23');
});
