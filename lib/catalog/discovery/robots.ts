/** What is somebody's own, what works only with a session, and what programs call. */
const kept = [
  '/api/',
  '/account',
  '/library',
  '/notifications',
  '/ops/',
  '/purchases',
  '/wishlist',
  '/sign-in',
  '/sign-up',
  '/forgot-password',
  '/reset-password/',
  '/verify/',
];

/** robots.txt: a public store is open but for what no search engine can use; a members' store is closed. */
export function robotsText({ isPublic, origin }: { isPublic: boolean; origin: string }): string {
  if (!isPublic) return 'User-agent: *\nDisallow: /\n';
  return ['User-agent: *', ...kept.map((path) => `Disallow: ${path}`), '', `Sitemap: ${origin}/sitemap.xml`, ''].join(
    '\n',
  );
}
