import { storeSharePicture } from '@/lib/catalog/discovery/share-image';
import { answerPoster } from '../../answer';

export async function GET(request: Request, { params }: { params: Promise<{ file: string }> }) {
  return answerPoster(request, { folder: '/og/store', file: (await params).file }, storeSharePicture);
}
