import type { AnalysisFacts, Signal } from './rules';

export type Sentence = { author: string; moderator: string };

const days = (count: number) => (count < 1 ? 'less than a day' : `${Math.floor(count)} ${count < 2 ? 'day' : 'days'}`);
const percent = (share: number) => `${Math.round(share * 100)}%`;
/** What is usual is an average: to one decimal place. */
const usually = (count: number) => {
  const figure = Math.round(count * 10) / 10;
  return figure === 0 ? 'hardly any are usual' : `${figure} ${figure === 1 ? 'is' : 'are'} usual`;
};
const inHours = (hours: number) => (hours === 1 ? 'in an hour' : `in ${hours} hours`);
const times = (count: number, one: string) => `${count} ${count === 1 ? one : `${one}s`}`;

/** What a signal says, in one sentence: to authors without any figure, to moderators with them. */
export function sentenceOf(signal: Signal, value: number, facts: AnalysisFacts): Sentence {
  const sentence = sentences[signal](value, facts);
  return { ...sentence, moderator: `${sentence.moderator}.` };
}

const sentences: Record<Signal, (value: number, facts: AnalysisFacts) => Sentence> = {
  velocity: (value, { reviews24h, firstReviewDays }) => ({
    author:
      reviews24h > 2
        ? 'You wrote more reviews within a day than most people do.'
        : value < 1
          ? 'You have not been writing reviews for long.'
          : 'You write reviews at an ordinary pace.',
    moderator: `${times(reviews24h, 'review')} by the author in 24 hours${
      firstReviewDays === undefined
        ? ''
        : reviews24h === 1 && firstReviewDays < 1
          ? ', their first ever'
          : `; they wrote their first ${days(firstReviewDays)} before`
    }`,
  }),
  content: (value, { textLength, isGeneric, isSpecific, modelScore }) => ({
    author:
      textLength === 0
        ? 'Your review has stars and no text.'
        : value >= 0.7
          ? 'Your text says something of its own about the app.'
          : 'Your text says little that is particular to this app.',
    moderator:
      textLength === 0
        ? 'No text'
        : `${times(textLength, 'character')}, ${isGeneric ? 'with' : 'without'} stock phrases, ${isSpecific ? 'with' : 'without'} particulars${
            typeof modelScore === 'number' ? `; ${percent(modelScore)} likely to be genuine, by the text model` : ''
          }`,
  }),
  accountAge: (value, { ageDays, firstReviewDays }) => ({
    author:
      value >= 1 ? 'Your account has been here for a while.' : 'Your account or your first review is still young.',
    moderator: `The account was ${days(ageDays)} old${
      firstReviewDays === undefined ? '' : `, the author’s first review ${days(firstReviewDays)} old`
    }`,
  }),
  verifiedPurchase: (value, { owns, isPaid }) => ({
    author: owns
      ? value < 1
        ? 'You have the app, with an account that is new.'
        : 'You have the app.'
      : 'You do not have the app now, as far as the store knows.',
    moderator: owns
      ? `The author has the app${isPaid === undefined ? '' : isPaid ? ', paid for' : ', for nothing'}`
      : 'The author has no active entitlement: refunded, revoked or imported',
  }),
  coordination: (value, { burst, appReviews24h, usualDaily, quickGapShare }) => ({
    author:
      value >= 0.8
        ? 'The app gets about as many reviews as usual.'
        : !burst?.isBurst && (burst?.companions ?? 0) > 1
          ? 'Others reviewed the same apps as you at the same times.'
          : 'The app got unusually many reviews around the time of yours.',
    moderator: burst
      ? `${times(burst.count, 'review')} of the app ${inHours(burst.hours)}, where ${usually(burst.expected)}${
          burst.isBurst ? ': a recognised burst' : ''
        }${burst.companions ? `; ${times(burst.companions, 'account')} reviewed the same apps within a day of the author` : ''}`
      : `${times(appReviews24h, 'review')} of the app in 24 hours, where ${usually(usualDaily)}${
          quickGapShare === null ? '' : `, ${percent(quickGapShare)} of them within a minute of the one before`
        }`,
  }),
  originality: (value, { textLength, similarity, sameTextAccounts }) => ({
    author:
      textLength === 0
        ? 'There is no text that could be a copy.'
        : value >= 0.7
          ? 'Your text is unlike other reviews.'
          : 'Your text is very much like another review.',
    moderator:
      textLength === 0
        ? 'No text to compare'
        : // Later copies count here and have no part in the similarity to what was there before.
          (sameTextAccounts ?? 1) > 1
          ? `${sameTextAccounts} accounts wrote this very text, the author among them`
          : similarity === 0
            ? 'No earlier text is anything like it'
            : `The most similar of the earlier texts is ${percent(similarity)} like it`,
  }),
};
