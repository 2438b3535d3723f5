import type { Collection } from '@/lib/catalog/schema';
import { TileRail } from './app-rail';
import { ListFeature } from './list-feature';
import { ListColumns } from './popular-column';

type Props = { lists: Collection[]; owned: ReadonlySet<string> };

/** Lists in their order, no two neighbours in the same dress. */
export function TodayLists({ lists, owned }: Props) {
  const beside = lists.length >= 3 ? lists.slice(0, 3) : [];
  const rest = lists.slice(beside.length);
  return (
    <>
      {beside.length > 0 ? <ListColumns lists={beside} owned={owned} /> : null}
      {rest.map((list, index) =>
        index % 2 === 0 ? (
          <ListFeature key={list.slug} list={list} owned={owned} />
        ) : (
          <ListRail key={list.slug} list={list} owned={owned} />
        ),
      )}
    </>
  );
}

/** A list as a rail of tiles. */
export function ListRail({ list, owned }: { list: Collection; owned: ReadonlySet<string> }) {
  return (
    <TileRail
      title={list.title}
      subtitle={list.subtitle}
      href={`/stories/${list.slug}`}
      apps={list.apps}
      owned={owned}
    />
  );
}
