import { buttonClass } from '@/components/ui/button';
import { formatDate } from '@/components/ui/format';
import type { Person } from '@/lib/accounts/schema';
import { Chip } from './chip';

type Props = { people: Person[]; myId: string; onOpen: (person: Person) => void };

const headClass =
  'sticky top-16 z-10 border-b border-line bg-paper py-2.5 pe-4 text-start text-13 font-medium text-muted';

export function UsersTable({ people, myId, onOpen }: Props) {
  return (
    <table className="w-full table-fixed border-separate border-spacing-0">
      <caption className="sr-only">Accounts of this store</caption>
      <thead>
        <tr>
          <th scope="col" className={headClass}>
            Person
          </th>
          <th scope="col" className={`${headClass} hidden w-32 sm:table-cell`}>
            Roles
          </th>
          <th scope="col" className={`${headClass} hidden w-20 md:table-cell`}>
            Country
          </th>
          <th scope="col" className={`${headClass} hidden w-32 md:table-cell`}>
            Since
          </th>
          <th scope="col" className={`${headClass} w-24 pe-0`}>
            <span className="sr-only">What to do</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id} className="*:border-b *:border-line">
            <td className="py-3 pe-4 align-middle">
              <p className="truncate font-medium">
                {person.name}
                {person.id === myId ? <span className="ms-2 text-13 font-normal text-muted">you</span> : null}
              </p>
              <p className="truncate text-13 text-muted">{person.email}</p>
              <p className="mt-1 flex flex-wrap gap-1.5 empty:hidden sm:hidden">
                <States person={person} />
              </p>
            </td>
            <td className="hidden py-3 pe-4 align-middle sm:table-cell">
              <span className="flex flex-wrap gap-1.5">
                <States person={person} />
              </span>
            </td>
            <td className="hidden py-3 pe-4 align-middle text-13 text-muted md:table-cell">{person.country}</td>
            <td className="hidden py-3 pe-4 align-middle text-13 whitespace-nowrap text-muted numerals md:table-cell">
              {formatDate(person.createdAt)}
            </td>
            <td className="py-2 text-end align-middle">
              <button
                type="button"
                aria-label={`Manage ${person.name}, ${person.email}`}
                onClick={() => onOpen(person)}
                className={buttonClass('soft', 'h-11 px-3.5 text-13')}
              >
                Manage
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function States({ person }: { person: Person }) {
  return (
    <>
      {person.suspendedAt ? <Chip tone="bad">Suspended</Chip> : null}
      {person.roles.includes('admin') ? <Chip tone="good">Admin</Chip> : null}
      {person.roles.includes('moderator') ? <Chip tone="good">Moderator</Chip> : null}
    </>
  );
}
