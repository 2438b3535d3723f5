import { storySharePicture } from '@/lib/catalog/discovery/share-image';
import { answerPoster } from '../../../answer';

export async function GET(request: Request, { params }: { params: Promise<{ slug: string; file: string }> }) {
  const { slug, file } = await params;
  return answerPoster(request, { folder: `/og/stories/${slug}`, file }, (ctx) => storySharePicture(ctx, slug));
}
