import { SearchParamsContext } from 'next/dist/shared/lib/hooks-client-context.shared-runtime';
import { createRef } from 'react';
import { describe, expect, test } from 'vitest';
import { signalNames } from '@/lib/integrity/rules';
import { reviewRules } from '@/lib/moderation/reviews/rules';
import type { ReviewCase } from '@/lib/moderation/reviews/schema';
import { render } from '@/tests/console-scene';
import { hour, id, item, nothing, now, person, row, words } from '@/tests/review-scene';
import { QueuePane } from '../queue-pane';
import type { Claim } from '../use-claim';
import { BulkForm } from './bulk-dialog';
import { DecidePanel } from './decide-panel';
import { News, ReviewDesk } from './desk';
import { ReviewCasePane } from './review-case-pane';
import { ReviewEvidence } from './review-evidence';
import { ReviewRow } from './review-row';
import { reviewStanding, whyNot } from './standing';
import { Toast } from './undo-toast';

const claim: Claim = { take: nothing, giveBack: nothing, isTaking: false, isGivingBack: false, problem: null };
const pane = (changes: Partial<ReviewCase> = {}) => {
  const one = { ...item, ...changes };
  return render(
    <ReviewCasePane
      item={one}
      standing={reviewStanding(one, now, false)}
      claim={claim}
      now={now}
      headingRef={createRef()}
      onOpen={nothing}
      onBulk={nothing}
    />,
  );
};
const panel = (changes: Partial<Parameters<typeof DecidePanel>[0]> = {}) =>
  render(
    <DecidePanel
      ref={createRef()}
      item={item}
      whyNot={() => null}
      draft={null}
      onDraft={nothing}
      refusal={null}
      onApprove={nothing}
      onSend={nothing}
      {...changes}
    />,
  );

describe('the queue', () => {
  test('of ten thousand reviews only those in sight are drawn', () => {
    const items = Array.from({ length: 10_000 }, (_, n) => row(n + 1));
    const html = render(
      <QueuePane
        ref={createRef()}
        queue={{
          items,
          hasMore: false,
          isLoading: false,
          isLoadingMore: false,
          error: null,
          loadMore: nothing,
          refresh: nothing,
        }}
        tabs={[{ state: 'open', label: 'Waiting' }]}
        state="open"
        chosenId={null}
        rowPx={108}
        empty={{ title: 'Nothing', text: 'Nothing' }}
        renderRow={(one) => <ReviewRow item={one} href="?" isChosen={false} now={now} onOpen={nothing} />}
        hrefOf={() => '?'}
        onState={nothing}
      />,
    );
    expect(html.match(/data-row=/g)?.length).toBeLessThan(30);
    expect(html).toContain('aria-setsize="10000"');
  });

  test('a row says stars, score, reports, age and who has it, in words', () => {
    const taken = { by: person(802, 'Mira'), expiresAt: '2026-03-03T12:10:00.000Z', isMine: false };
    const html = render(<ReviewRow item={row(1, { claim: taken })} href="?" isChosen now={now} onOpen={nothing} />);
    for (const text of ['score 0.41', '2 reports', 'waiting for 5 h', 'claimed by Mira', 'Best app ever']) {
      expect(words(html)).toContain(text);
    }
    expect(html).toContain('5 out of 5 stars');
  });

  test('news are counted above the list, and nothing is said where there are none', () => {
    expect(words(render(<News count={3} onShow={nothing} />))).toContain('3 new : show them');
    expect(render(<News count={0} onShow={nothing} />)).not.toContain('button');
  });
});

describe('the desk', () => {
  const desk = (search: string, isAdmin = false, initialCase: ReviewCase | null = null) =>
    render(
      <SearchParamsContext value={new URLSearchParams(search)}>
        <ReviewDesk
          initial={{
            state: 'open',
            page: { items: [row(1), row(2)], nextCursor: null },
            now: new Date(now).toISOString(),
          }}
          initialCase={initialCase}
          me={{ id: id(700), isAdmin }}
        />
      </SearchParamsContext>,
      '/moderation/reviews',
    );

  test('comes whole from the server: its queue, the case of the address and what can be decided', () => {
    const html = desk(`id=${id(1)}`, false, item);
    expect(html.match(/data-row=/g)).toHaveLength(2);
    for (const text of ['5 stars for Tern', 'Deciding claims it by itself.', 'Approve', 'Reject', 'Escalate']) {
      expect(words(html)).toContain(text);
    }
    expect(words(desk(''))).toContain('press J to begin with the worst');
  });

  test('shows what was handed on to admins only', () => {
    expect(desk('')).not.toContain('state=escalated');
    expect(desk('', true)).toContain('state=escalated');
  });
});

describe('a case', () => {
  test('shows each signal as a bar with its weight and its sentence, and the score against its thresholds', () => {
    const html = pane();
    expect(html.match(/role="meter"/g)).toHaveLength(7);
    for (const name of signalNames) expect(html).toContain(`About ${name}.`);
    expect(words(html)).toContain('25% of the score');
    expect(words(html)).toContain('0.41 from 0.3 to under 0.6: a person decides');
  });

  test('shows texts as text: markup, emoji, right to left and four thousand characters', () => {
    const body = `<img src=x onerror=alert(1)> 🍎👩‍🌾 ${'שלום עולם '.repeat(397)}`;
    expect([...body].length).toBeGreaterThan(3_950);
    const html = pane({ body, title: '<b>loud</b>', neighbours: [], revisions: [] });
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; 🍎👩‍🌾');
    expect(html).toContain('&lt;b&gt;loud&lt;/b&gt;');
    expect(html).not.toContain('<img src="x"');
    // Aligned where it begins, not where the page does.
    expect(html).toMatch(/<p dir="auto" class="text-start[^>]*>&lt;img/);
  });

  test('says what others see meanwhile, and what was edited', () => {
    const html = pane();
    expect(html).toContain('Nobody else sees it.');
    expect(words(pane({ isVisible: true }))).toContain('Others still see what it was before: ');
    expect(html).toMatch(/<del[^>]*>not <\/del>|<del[^>]*> not<\/del>|<del[^>]*>not<\/del>/);
    expect(words(html)).toContain('3 became 5 stars');
  });

  test('has the burst in words, in a drawing and in a table, and what waits in it at once', () => {
    const html = words(pane());
    expect(html).toContain('37 reviews since');
    expect(html).toContain('Usual are 2.4 a day');
    expect(html).toContain('with this one');
    expect(html).toContain('Reject all 3 waiting in this burst…');
    expect(html).not.toContain('with this text…');
    expect(words(pane({ sameTextIds: [id(1), id(2)] }))).toContain('Reject all 2 waiting with this text…');
  });

  test('never calls texts the same that are not, and leads to the case of the other', () => {
    const html = pane();
    expect(words(html)).toContain('99% the same');
    expect(html).toContain(`/moderation/reviews?id=${id(21)}`);
  });

  test('shows three similar texts first, and what can be done about all of them above them', () => {
    const [one] = item.neighbours;
    const neighbours = Array.from({ length: 20 }, (_, n) => ({ ...one, id: id(n + 40) }) as typeof one & object);
    const html = pane({ neighbours, sameTextIds: neighbours.map((other) => other.id) });
    expect(html.match(/the same</g)).toHaveLength(3);
    expect(html).toMatch(/aria-expanded="false"[^>]*><span[^>]*>Show all 20</);
    expect(html.indexOf('waiting with this text')).toBeLessThan(html.indexOf('the same<'));
    expect(words(pane({ neighbours: neighbours.slice(0, 3) }))).not.toContain('Show all');
  });

  test('without analyses, texts or neighbours it is whole', () => {
    const html = words(
      pane({ score: null, signals: [], neighbours: [], burst: null, body: '', title: '', revisions: [], shown: null }),
    );
    for (const text of ['It is not scored yet.', 'Stars without a text.', 'nobody else wrote anything like it']) {
      expect(html).toContain(text);
    }
  });

  test('says who wrote it, who complained, what was decided and how it was scored before', () => {
    const html = words(render(<ReviewEvidence item={item} now={now} onOpen={nothing} />));
    for (const text of [
      '2 days old',
      'has it',
      '7, 3 rejected',
      '1 other review',
      'Fake or paid',
      'I know them.',
      'Taken back: rejected',
      'R2 Not bought',
      'A burst was recognised',
    ]) {
      expect(html).toContain(text);
    }
  });
});

describe('deciding', () => {
  test('asks for one of the rules, each with its number, and shows the letter', () => {
    const html = panel({ draft: { decision: 'reject', ruleId: 'R7', note: 'No links, please.' } });
    expect(html.match(/type="radio"/g)).toHaveLength(reviewRules.length);
    const letter = words(html.slice(html.indexOf('What the author will read')));
    expect(letter).toContain('Your review of Tern was not published');
    expect(letter).toContain('No advertising: ');
    expect(letter).toContain('No links, please.');
  });

  test('says why where nothing can be decided, on every button', () => {
    const conflicted = { ...item, conflict: 'You wrote it.' };
    const standing = reviewStanding(conflicted, now, false);
    const html = panel({ whyNot: (decision) => whyNot(decision, conflicted, standing) });
    expect(html.match(/<button[^>]*disabled=""[^>]*title="You wrote it."/g)).toHaveLength(3);
  });

  test('what the store refused stands where it was decided, with what was typed', () => {
    const html = panel({
      refusal: 'It is decided already.',
      draft: { decision: 'reject', ruleId: 'R2', note: 'Typed before' },
    });
    expect(html).toContain('It is decided already.');
    expect(html).toContain('Typed before');
  });

  test('counts the seconds in which it can be taken back, and then offers nothing', () => {
    const toast = (until: number) => render(<Toast text="Done." until={until} isUndoing={false} onUndo={nothing} />);
    expect(words(toast(Date.now() + 9_500))).toContain('Undo (10 s)');
    expect(toast(Date.now() - 1)).toBe('');
  });

  test('of many at once it lists what is known, who has some of them, and how many there are beside', () => {
    const read = [row(2, { claim: { by: person(802, 'Mira'), expiresAt: hour(-1), isMine: false } })];
    const html = words(
      render(
        <BulkForm
          choice={{ kind: 'text', decision: 'reject', ids: [id(1), id(2), id(3), id(4)] }}
          item={item}
          read={read}
          onDecide={nothing}
        />,
      ),
    );
    expect(html).toContain('Mira is on it');
    expect(html).toContain('1 review that somebody else has will be left as they are.');
    expect(html).toContain('and 2 more reviews');
    expect(html).toContain('Reject 4 reviews');
  });
});
