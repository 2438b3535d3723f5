import { requestContext } from '@/lib/context';
import { env } from '@/lib/env';
import { openApiDocument } from '@/lib/http/openapi';
import { getSettings } from '@/lib/settings';

export const dynamic = 'force-dynamic';

export async function GET() {
  const { storeName } = await getSettings(requestContext());
  return Response.json(openApiDocument(storeName, env().PUBLIC_URL));
}
