import { answerStoreIcon } from '../store-icon';

export const dynamic = 'force-dynamic';

export const GET = () => answerStoreIcon(48);
