import { readiness } from '@/lib/http/readiness';

export const dynamic = 'force-dynamic';

export async function GET() {
  const state = await readiness();
  return Response.json(state, {
    status: state.database === 'ok' ? 200 : 503,
    headers: { 'Cache-Control': 'no-store' },
  });
}
