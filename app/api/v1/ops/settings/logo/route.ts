import { removeLogo, setLogo } from '@/lib/catalog/set-logo';
import { readBytes, route } from '@/lib/http/route';

export const PUT = route('PUT /ops/settings/logo', async ({ ctx, request }) => ({
  status: 200,
  body: await setLogo(ctx, await readBytes(request)),
}));

export const DELETE = route('DELETE /ops/settings/logo', async ({ ctx }) => {
  await removeLogo(ctx);
  return { status: 204, body: null };
});
