import { Button } from '@/components/ui/button';

/** Of a long list this many come first, until somebody asks for the rest. */
export const firstOf = 3;

type Props = { count: number; isAll: boolean; onShow: () => void };

/** The way to the rest of a list; nothing where there is none. */
export function ShowAll({ count, isAll, onShow }: Props) {
  return isAll || count <= firstOf ? null : (
    <Button tone="plain" className="mt-1 justify-self-start px-3 text-13" onClick={onShow}>
      Show all {count}
    </Button>
  );
}
