'use client';

import { Code, ShieldCheck, ShoppingBag, UserRound, Wrench } from 'lucide-react';
import { fromSnake } from '@/components/ui/format';

export type DemoPerson = { role: string; email: string; password: string };

const roles: Record<string, { Icon: typeof UserRound; text: string }> = {
  shopper: { Icon: ShoppingBag, text: 'Finds, gets and buys apps' },
  developer: { Icon: Code, text: 'Publishes apps' },
  moderator: { Icon: ShieldCheck, text: 'Looks after reviews' },
  admin: { Icon: Wrench, text: 'Runs the store' },
};

type Props = { people: DemoPerson[]; isDisabled: boolean; onChoose: (person: DemoPerson) => void };

/** The people of the demo store; only this machine is offered them. */
export function DemoPeople({ people, isDisabled, onChoose }: Props) {
  return (
    <section aria-labelledby="demo-people" className="grid grid-cols-1 gap-3">
      <div className="flex items-center gap-3 text-13 text-muted">
        <span className="h-px flex-1 bg-line" />
        <h2 id="demo-people">or look around as</h2>
        <span className="h-px flex-1 bg-line" />
      </div>
      <ul className="grid grid-cols-2 gap-2.5">
        {people.map((person) => {
          const { Icon, text } = roles[person.role] ?? { Icon: UserRound, text: person.email };
          return (
            <li key={person.email}>
              <button
                type="button"
                disabled={isDisabled}
                onClick={() => onChoose(person)}
                className="flex w-full flex-col gap-2 rounded-card border border-line bg-surface p-4 text-start transition-colors hover:border-muted disabled:opacity-60"
              >
                <Icon className="size-5 text-accent" aria-hidden="true" />
                <span className="font-medium">{fromSnake(person.role)}</span>
                <span className="-mt-1.5 w-full text-13 text-muted">{text}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
