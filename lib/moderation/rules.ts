/** How long a claim lasts unless it is renewed. */
export const claimMs = 30 * 60_000;

/** The rules that a rejection or a removal has to name; decisions carry the ids. */
export const guidelines = [
  { id: '1.1', title: 'Harmful content', text: 'No hatred, threats, sexual exploitation or help with harming people.' },
  {
    id: '1.2',
    title: 'Children',
    text: 'What is meant for children collects no more than it needs and shows nothing beyond their age.',
  },
  { id: '1.3', title: 'Age rating', text: 'The questionnaire is answered truthfully.' },
  {
    id: '2.1',
    title: 'It works',
    text: 'The build starts, does what the listing says and does not crash in ordinary use.',
  },
  { id: '2.2', title: 'It is whole', text: 'No placeholder text, no empty pages, no demo that cannot be finished.' },
  {
    id: '2.3',
    title: 'Reviewers can try it',
    text: 'What is behind a sign-in comes with an account or notes to try it with.',
  },
  { id: '3.1', title: 'Honest listing', text: 'Name, text, pictures and prices show what people get.' },
  { id: '3.2', title: 'Own name', text: 'The name and the icon do not pass for somebody else’s.' },
  { id: '3.3', title: 'Right shelf', text: 'Category and keywords fit the app.' },
  { id: '4.1', title: 'Malware', text: 'No code that harms devices, data or money of those who run it.' },
  { id: '4.2', title: 'Permissions', text: 'It asks for no more than it needs and says why.' },
  { id: '4.3', title: 'Hidden features', text: 'Nothing is switched on after review that reviewers could not see.' },
  { id: '5.1', title: 'Privacy label', text: 'What is collected, linked and used for tracking is declared.' },
  { id: '5.2', title: 'Consent', text: 'Personal data is taken with consent and can be deleted.' },
  { id: '6.1', title: 'Rights', text: 'The developer may publish everything in it.' },
  { id: '6.2', title: 'Law', text: 'It is legal where it is offered.' },
  { id: '7.1', title: 'Fair reviews', text: 'No bought, traded or forced reviews and downloads.' },
] as const;

export type GuidelineId = (typeof guidelines)[number]['id'];

export const guidelineIds = guidelines.map(({ id }) => id) as [GuidelineId, ...GuidelineId[]];
