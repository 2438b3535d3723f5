import { createRandom } from '@/lib/catalog/artwork/random';
import type { TextModel } from '@/lib/integrity/model/model';
import type { Analysis } from '@/lib/integrity/rules';
import { Refusal } from '../refusal';
import { type Account, accountFacts } from './accounts';
import { DAY, type FileReview } from './history';
import { columnsOf, readRows } from './read-rows';
import { scoreAllV1, scoreAllV2 } from './score-reviews';

export type CampaignResult = {
  account: Account;
  n: number;
  approved: number;
  held: number;
  rejected: number;
  ordinaryApproved: number;
};
export type CampaignRow = [string, number, number, number, number, number];

const authorOf = (account: Account, at: number) => {
  const { accountAgeDays, owns, isPaid } = accountFacts(account);
  return { authorAt: at - accountAgeDays * DAY, owns, isPaid };
};

function readCampaign(path: string, account: Account): FileReview[] {
  return readRows(path).map((row) => {
    const column = columnsOf(path, row);
    const at = column.time('created_at');
    return {
      id: String(row.line),
      text: column.has('text') ? column.text('text') : '',
      rating: column.number('rating'),
      at,
      author: column.has('user_hash')
        ? column.text('user_hash')
        : column.has('author')
          ? column.text('author')
          : `${row.line}`,
      app: column.has('app') ? column.text('app') : 'campaign',
      ...authorOf(account, at),
    };
  });
}

function starsOf(polarity: number): number {
  if (polarity < -0.3) return 1;
  if (polarity <= 0) return 3;
  return polarity <= 0.3 ? 4 : 5;
}

/** Each on its own app, by somebody else, at any time of the campaign's. */
function readOrdinary(path: string, account: Account, from: number, until: number): FileReview[] {
  const random = createRandom('ordinary');
  return readRows(path).map((row) => {
    const column = columnsOf(path, row);
    const at = Math.round(random.range(from, until));
    return {
      id: String(row.line),
      text: column.has('text') ? column.text('text') : '',
      rating: column.has('polarity') ? starsOf(column.number('polarity')) : column.number('rating'),
      at,
      author: `ordinary ${row.line}`,
      app: column.text(column.has('app_id') ? 'app_id' : 'app'),
      ...authorOf(account, at),
    };
  });
}

function sharesOf(analyses: Iterable<Analysis>) {
  const counts = { approved: 0, manual_review: 0, rejected: 0 };
  let n = 0;
  for (const { action } of analyses) {
    counts[action] += 1;
    n += 1;
  }
  const share = (count: number) => (n === 0 ? 0 : count / n);
  return { n, approved: share(counts.approved), held: share(counts.manual_review), rejected: share(counts.rejected) };
}

/** What becomes of a campaign's reviews, beside ordinary ones by accounts of the same sort. */
export function evaluateCampaign(campaignPath: string, ordinaryPath: string, model: TextModel, account: Account) {
  const campaign = readCampaign(campaignPath, account);
  const times = campaign.map(({ at }) => at).sort((a, b) => a - b);
  const [first, last] = [times[0], times.at(-1)];
  if (first === undefined || last === undefined) throw new Refusal(`${campaignPath} has no reviews.`);
  const ordinary = readOrdinary(ordinaryPath, account, first, last);
  const ways = {
    'version 1': (reviews: FileReview[]) => scoreAllV1(reviews),
    'version 2 without coordination': (reviews: FileReview[]) =>
      scoreAllV2(reviews, model, { isCoordinationOff: true }),
    'version 2': (reviews: FileReview[]) => scoreAllV2(reviews, model),
  };
  const outcomes = Object.entries(ways).map(([name, score]) => {
    const { n, ...shares } = sharesOf(score(campaign).values());
    return { name, n, ...shares, ordinaryApproved: sharesOf(score(ordinary).values()).approved };
  });
  const rows = outcomes.map(({ name, n, approved, held, rejected, ordinaryApproved }): CampaignRow => {
    return [name, n, approved, held, rejected, ordinaryApproved];
  });
  const { name: _, ...best } = outcomes.at(-1) ?? {
    name: '',
    n: 0,
    approved: 0,
    held: 0,
    rejected: 0,
    ordinaryApproved: 0,
  };
  const result: CampaignResult = { account, ...best };
  return { rows, result };
}
