import { TransparencyReport } from '@/components/moderation/reviews/transparency-report';
import { pageContext } from '@/lib/auth/page';
import { getTransparency } from '@/lib/moderation/reviews/transparency';
import { getSettings } from '@/lib/settings';
import { pageMetadata } from '../../metadata';

export const generateMetadata = () =>
  pageMetadata({
    title: 'Transparency',
    description: 'How reviews and apps are moderated, by whom, and how often that was wrong.',
    path: '/transparency',
  });

export default async function TransparencyPage() {
  const ctx = await pageContext();
  const [report, { storeName }] = await Promise.all([getTransparency(ctx), getSettings(ctx)]);
  return <TransparencyReport report={report} storeName={storeName} />;
}
