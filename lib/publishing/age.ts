/** What the age questionnaire asks; each is answered with how much of it there is. */
export const ageQuestions = [
  { id: 'violence', text: 'Violence' },
  { id: 'realistic_violence', text: 'Realistic violence' },
  { id: 'fear', text: 'Frightening scenes' },
  { id: 'language', text: 'Coarse language' },
  { id: 'sexual_content', text: 'Sexual content or nudity' },
  { id: 'substances', text: 'Alcohol, tobacco or drugs' },
  { id: 'simulated_gambling', text: 'Simulated gambling' },
  { id: 'gambling', text: 'Gambling for money' },
  { id: 'user_content', text: 'Texts or pictures of other people, unmoderated' },
  { id: 'unrestricted_web', text: 'Free access to the web' },
] as const;

export const ageAnswers = ['none', 'some', 'much'] as const;

export type AgeQuestion = (typeof ageQuestions)[number]['id'];
export type AgeAnswer = (typeof ageAnswers)[number];
export type AgeRating = 4 | 9 | 12 | 16 | 18;

const bands: Record<AgeQuestion, { some: AgeRating; much: AgeRating }> = {
  violence: { some: 9, much: 12 },
  realistic_violence: { some: 12, much: 18 },
  fear: { some: 9, much: 12 },
  language: { some: 12, much: 16 },
  sexual_content: { some: 16, much: 18 },
  substances: { some: 12, much: 16 },
  simulated_gambling: { some: 12, much: 16 },
  gambling: { some: 18, much: 18 },
  user_content: { some: 12, much: 16 },
  unrestricted_web: { some: 12, much: 16 },
};

/** The youngest age an app is for: the highest band that an answer asks for, and no less than a moderator raised it to. */
export function ageRatingOf(
  answers: Partial<Record<AgeQuestion, AgeAnswer>>,
  raisedTo: number | null = null,
): AgeRating {
  const ages = ageQuestions.map(({ id }) => {
    const answer = answers[id] ?? 'none';
    return answer === 'none' ? 4 : bands[id][answer];
  });
  return Math.max(4, raisedTo ?? 4, ...ages) as AgeRating;
}
