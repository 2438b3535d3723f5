import { formatMoment } from '@/components/ui/format';
import type { VersionState } from '@/lib/publishing/rules';
import type { ConsoleVersionDetail } from '@/lib/publishing/schema';
import { usualWait } from './words';

export type Step = {
  key: 'draft' | 'checked' | 'waiting' | 'review' | 'approved' | 'released';
  label: string;
  note: string | null;
  status: 'done' | 'now' | 'problem' | 'todo';
};

export type Way = Pick<ConsoleVersionDetail, 'state' | 'queue' | 'releaseMode' | 'releaseAt' | 'webUrl'> & {
  build: { state: string } | null;
};

const order = ['draft', 'checked', 'waiting', 'review', 'approved', 'released'] as const;

const labels: Record<Step['key'], string> = {
  draft: 'Draft',
  checked: 'Build checked',
  waiting: 'Waiting',
  review: 'In review',
  approved: 'Approved',
  released: 'Released',
};

/** Where on the line a version stands, and whether it is stuck there. */
const places: Record<Exclude<VersionState, 'draft'>, { at: Step['key']; status: 'now' | 'problem' | 'done' }> = {
  processing: { at: 'checked', status: 'now' },
  invalid_binary: { at: 'checked', status: 'problem' },
  waiting_for_review: { at: 'waiting', status: 'now' },
  in_review: { at: 'review', status: 'now' },
  metadata_rejected: { at: 'review', status: 'problem' },
  rejected: { at: 'review', status: 'problem' },
  appealed: { at: 'review', status: 'now' },
  approved: { at: 'approved', status: 'now' },
  released: { at: 'released', status: 'done' },
  superseded: { at: 'released', status: 'done' },
  removed: { at: 'released', status: 'problem' },
};

const hasBuild = ({ build, webUrl }: Way) => build?.state === 'valid' || webUrl !== null;

function placeOf(way: Way) {
  if (way.state !== 'draft') return places[way.state];
  return { at: hasBuild(way) ? ('checked' as const) : ('draft' as const), status: 'now' as const };
}

/** The words below the step where the version is. */
function noteOf(way: Way): string | null {
  switch (way.state) {
    case 'draft':
      return hasBuild(way) ? 'Ready for you to submit' : 'Build and listing';
    case 'processing':
      return 'Being checked';
    case 'invalid_binary':
      return 'Not valid';
    case 'waiting_for_review':
      return way.queue ? `Place ${way.queue.position}, ${usualWait(way.queue.usualWaitMinutes)}` : null;
    case 'in_review':
      return 'A moderator has it';
    case 'metadata_rejected':
      return 'Text or pictures rejected';
    case 'rejected':
      return 'Rejected';
    case 'appealed':
      return 'Appealed';
    case 'approved':
      if (way.releaseMode === 'automatic') return 'Comes out by itself';
      return way.releaseMode === 'scheduled' && way.releaseAt
        ? `Comes out ${formatMoment(way.releaseAt)}`
        : 'Waits for you';
    case 'superseded':
      return 'A newer one is out';
    case 'removed':
      return 'Removed';
    default:
      return null;
  }
}

/** The way of a version from draft to release: what is behind it, where it is, what is to come. */
export function stepsOf(way: Way): Step[] {
  const place = placeOf(way);
  const here = order.indexOf(place.at);
  return order.map((key, index) => ({
    key,
    label: labels[key],
    note: index === here ? noteOf(way) : null,
    status: index < here ? 'done' : index > here ? 'todo' : place.status,
  }));
}
