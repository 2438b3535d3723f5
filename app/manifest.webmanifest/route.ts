import { requestContext } from '@/lib/context';
import { answerError } from '@/lib/http/problem';
import { getSettings } from '@/lib/settings';

export const dynamic = 'force-dynamic';

/** What a browser needs to put the store on a home screen. The sign-in page of a members' store names it too. */
export async function GET() {
  const ctx = requestContext();
  try {
    const { storeName, tagline, logoId } = await getSettings(ctx);
    const manifest = {
      id: '/',
      name: storeName,
      short_name: storeName,
      description: tagline,
      start_url: '/',
      scope: '/',
      display: 'minimal-ui',
      background_color: '#fbfaf7',
      theme_color: '#fbfaf7',
      icons: logoId
        ? [{ src: `/logo/${logoId}/512.png`, sizes: '512x512', type: 'image/png' }]
        : [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' }],
      shortcuts: [
        { name: 'Search', url: '/search' },
        { name: 'Library', url: '/library' },
      ],
    };
    return new Response(JSON.stringify(manifest), {
      headers: { 'Content-Type': 'application/manifest+json', 'Cache-Control': 'public, max-age=3600' },
    });
  } catch (error) {
    return answerError(error, ctx);
  }
}
