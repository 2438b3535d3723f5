/**
 * Words that people of an app store use for the same thing, for both engines: who searches for one of a group finds the
 * others too. Each is one lower case word as lib/search/text.ts normalises it, and is in one group only.
 */
export const synonyms: readonly (readonly string[])[] = [
  ['photo', 'photos', 'picture', 'pictures', 'image', 'images'],
  ['video', 'videos', 'movie', 'movies', 'film', 'films'],
  ['game', 'games', 'gaming'],
  ['music', 'songs', 'audio'],
  ['chat', 'messenger', 'messaging', 'messages'],
  ['email', 'mail', 'mailbox'],
  ['note', 'notes', 'notebook', 'memo'],
  ['todo', 'task', 'tasks', 'checklist'],
  ['calendar', 'agenda', 'planner'],
  ['map', 'maps', 'navigation', 'gps'],
  ['browser', 'internet'],
  ['password', 'passwords', 'credentials'],
  ['wallet', 'budget', 'expenses', 'finance'],
  ['fitness', 'workout', 'exercise', 'gym'],
  ['diet', 'nutrition', 'calorie', 'calories'],
  ['recipe', 'recipes', 'cooking', 'cookbook'],
  ['book', 'books', 'ebook', 'ebooks'],
  ['comic', 'comics', 'manga'],
  ['dictionary', 'translator', 'translate', 'translation'],
  ['learn', 'learning', 'education', 'study'],
  ['kids', 'children', 'toddler'],
  ['draw', 'drawing', 'paint', 'painting', 'sketch'],
  ['editor', 'editing', 'edit'],
  ['code', 'coding', 'programming'],
  ['terminal', 'console', 'shell'],
  ['scan', 'scanner'],
  ['record', 'recorder', 'recording'],
  ['download', 'downloader', 'downloads'],
  ['backup', 'backups', 'sync'],
  ['clock', 'alarm', 'timer', 'stopwatch'],
  ['podcast', 'podcasts'],
  ['news', 'headlines', 'rss'],
  ['weather', 'forecast'],
  ['travel', 'trip', 'holiday', 'vacation'],
  ['shop', 'shopping', 'store'],
];

/** Every word with the others of its group. */
export const synonymsOf: ReadonlyMap<string, readonly string[]> = new Map(
  synonyms.flatMap((group) => group.map((word) => [word, group.filter((other) => other !== word)] as const)),
);
