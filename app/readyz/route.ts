import { readiness } from '@/lib/http/readiness';
import { searchReadiness } from '@/lib/search/readiness';

export const dynamic = 'force-dynamic';

export async function GET() {
  const [state, search] = await Promise.all([readiness(), searchReadiness()]);
  // Without its own engine search is as ready as the database.
  return Response.json(search === null ? state : { ...state, search }, {
    status: state.database === 'ok' ? 200 : 503,
    headers: { 'Cache-Control': 'no-store' },
  });
}
