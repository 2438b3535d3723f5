import { sketchStoryArt } from '@/lib/catalog/collection-art';
import { route } from '@/lib/http/route';

export const GET = route('GET /ops/collections/art', async ({ ctx, query }) => {
  const sketch = await sketchStoryArt(ctx, query);
  // The same choices always make the same sketch.
  const headers = { 'Content-Type': 'image/webp', 'Cache-Control': 'private, max-age=86400' };
  return new Response(new Uint8Array(sketch), { headers });
});
