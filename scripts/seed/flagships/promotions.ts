/** What a few hits have to say just now, by name. */
export const promotions: Record<string, string> = {
  Brolly: 'New for the wet season: the widget now says how long to wait in the doorway before it is worth walking.',
  Tern: 'The tables for next year are in, and with them 140 small harbours that sailors asked us for.',
  Matinee: 'Long evenings are back. Rounds now end in time for the film to be over by midnight.',
  'Aisle Nine': 'Lists can be split: you take the cheese, I take everything on the other side.',
  'Quiet Chess': 'The autumn ladder has begun. Eleven weeks, one unhurried game at a time.',
  'Kanji Garden': 'A new bed to plant: the 212 characters of the second school year.',
  Ridgewalk: 'Snow is coming early. The avalanche bulletins are in from the first of November.',
};
