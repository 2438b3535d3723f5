import { counted, formatMoment } from '@/components/ui/format';
import type { ReviewCase } from '@/lib/moderation/reviews/schema';
import { Part } from '../case-pane';
import { TextDifference } from '../difference-view';

type Revision = ReviewCase['revisions'][number];

/** What the author changed, the latest change first; nothing where it stands as it was written. */
export function Revisions({ revisions }: Pick<ReviewCase, 'revisions'>) {
  const changes = revisions.slice(0, -1).map((after, index) => ({ after, before: revisions[index + 1] ?? after }));
  if (changes.length === 0) return null;
  return (
    <Part title="What was edited">
      <ol className="grid gap-5">
        {changes.map(({ before, after }) => (
          <li key={after.revision}>
            <p className="mb-1.5 text-13 text-muted">
              {formatMoment(after.createdAt)}
              {after.rating === before.rating ? '' : `: ${before.rating} became ${counted(after.rating, 'star')}`}
            </p>
            <TextDifference before={textOf(before)} after={textOf(after)} isFirst={false} />
          </li>
        ))}
      </ol>
    </Part>
  );
}

const textOf = ({ title, body }: Revision) => [title, body].filter(Boolean).join('\n\n');
