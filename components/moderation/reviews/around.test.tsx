import { describe, expect, test } from 'vitest';
import { weights } from '@/lib/integrity/rules';
import { reviewRules } from '@/lib/moderation/reviews/rules';
import { type Transparency, transparency } from '@/lib/moderation/reviews/schema';
import { appeal, dashboard } from '@/lib/moderation/schema';
import { render } from '@/tests/console-scene';
import { hour, id, item, nothing, now, person, words } from '@/tests/review-scene';
import { AppealCard } from '../appeal-card';
import { DashboardPanel } from '../dashboard';
import { TransparencyReport } from './transparency-report';

test('an appeal about a review shows its text, its rule and that no person has looked', () => {
  const one = appeal.parse({
    id: id(70),
    kind: 'review',
    text: 'I did buy it.',
    createdAt: hour(2),
    outcome: null,
    note: '',
    decidedAt: null,
    decidedBy: null,
    isSamePerson: false,
    submissionId: null,
    app: { ...item.app, status: 'listed' },
    organization: { id: id(71), slug: 'o', name: 'Harbour', verifiedDomain: null, isSuspended: false },
    version: null,
    review: { id: id(1), rating: 2, title: 'Hm', body: '<i>So so</i>', author: person(800, 'Jo') },
    rejection: {
      by: null,
      isMachine: true,
      decidedAt: hour(5),
      guidelines: [{ id: 'R2', title: 'Not bought' }],
      evidence: '',
      note: '',
    },
    conflict: null,
  });
  const html = render(
    <AppealCard appeal={one} now={new Date(now).toISOString()} me={{ id: id(1), isAdmin: false }} onAsk={nothing} />,
  );
  for (const text of [
    '2 stars for Tern',
    'Jo appealed',
    '&lt;i&gt;So so&lt;/i&gt;',
    'no person has looked at it',
    'I did buy it.',
  ]) {
    expect(words(html)).toContain(text);
  }
  expect(html).toContain('/transparency#R2');
  expect(html).toContain(`/moderation/reviews?id=${id(1)}`);
});

const rate = { decided: 0, overturned: 0, overturnRate: null };
const report: Transparency = transparency.parse({
  days: 90,
  reviews: {
    written: 0,
    approvedByMachine: 0,
    heldByMachine: 0,
    rejectedByMachine: 0,
    approvedByPeople: 0,
    rejectedByPeople: 0,
    byRule: reviewRules.map(({ id: ruleId, title }) => ({ ruleId, title, count: 0 })),
    reported: 0,
    medianWaitMinutes: null,
  },
  appeals: { machine: rate, people: rate },
  submissions: { approved: 0, rejected: 0 },
  takedowns: 0,
});

describe('the transparency page', () => {
  const page = (changes: Partial<Transparency> = {}) =>
    words(render(<TransparencyReport report={{ ...report, ...changes }} storeName="Pomona" />));

  test('of a store without any moderation reads well', () => {
    const html = page();
    for (const text of [
      'Nobody wrote a review in this time.',
      'No appeals yet',
      'nothing decided yet',
      'none rejected',
    ]) {
      expect(html).toContain(text);
    }
    expect(html).not.toMatch(/NaN|null|Infinity|undefined/);
  });

  test('says what was published, held and rejected, and how often that was wrong', () => {
    const html = page({
      reviews: {
        ...report.reviews,
        written: 1_300,
        approvedByMachine: 900,
        heldByMachine: 80,
        rejectedByMachine: 20,
        medianWaitMinutes: 95,
        byRule: [{ ruleId: 'R2', title: 'Not bought', count: 21 }],
      },
      appeals: {
        machine: { decided: 16, overturned: 6, overturnRate: 0.375 },
        people: { decided: 1, overturned: 1, overturnRate: 1 },
      },
    });
    for (const text of ['1,300 reviews', '90% published at once', '8% held', '2% not published', '1 h 35 min']) {
      expect(html).toContain(text);
    }
    expect(html).toContain('37.5% 6 of 16 appeals granted');
    expect(html).toContain('1 of 1 appeal granted Too few to say how often.');
    expect(html).not.toContain('100%');
    expect(html).toContain('21 rejected');
  });

  test('explains the score with the very weights and thresholds that it is made with', () => {
    const html = page();
    for (const weight of Object.values(weights)) expect(html).toContain(`${Math.round(weight * 100)}% of the score`);
    expect(html).toContain('0 to 0.3 not published 0.3 to 0.6 a person decides 0.6 to 1 published');
    for (const { id: rule, title } of reviewRules) expect(html).toContain(`${rule} ${title}`);
  });
});

test('the dashboard shows the reviews beside the submissions, and wrong rejections of machine and people', () => {
  const hours = Array(24).fill(1);
  const initial = dashboard.parse({
    submissions: {
      open: 1,
      late: 0,
      oldestMinutes: 5,
      usualWaitMinutes: null,
      decidedToday: 0,
      decisionsByHour: hours,
    },
    appeals: { open: 0, decided: 0, overturned: 0, overturnRate: null },
    reports: [],
    reviews: {
      open: 4_321,
      escalated: 2,
      oldestMinutes: 120,
      decidedToday: 9,
      decisionsByHour: hours,
      agreement: 0.75,
      reports: [{ reason: 'spam', open: 6 }],
    },
  });
  const html = words(
    render(
      <DashboardPanel
        initial={initial}
        overturned={{ machine: { decided: 4, overturned: 1, overturnRate: 0.25 }, people: rate }}
        now={new Date(now).toISOString()}
      />,
    ),
  );
  for (const text of ['4,321', '75%', 'Advertising', '1 of 4 about reviews', 'no appeals about reviews yet']) {
    expect(html).toContain(text);
  }
});
