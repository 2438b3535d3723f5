import { describeType, membersOf, type Schema } from './document';

/** The members of an object, and of the objects in it, as an indented list. */
export function Members({ title, schema }: { title: string; schema: Schema }) {
  const object = membersOf(schema);
  return (
    <div className="min-w-0">
      <h3 className="mb-1.5 text-13 font-semibold">{title}</h3>
      {object ? <Rows schema={object} /> : <p className="text-13 text-muted">{describeType(schema)}</p>}
    </div>
  );
}

function Rows({ schema }: { schema: Schema }) {
  return (
    <dl className="grid grid-cols-1 gap-1.5 border-s border-line ps-4 text-13">
      {Object.entries(schema.properties ?? {}).map(([name, member]) => {
        const inner = membersOf(member);
        return (
          <div key={name} className="min-w-0">
            <div className="flex flex-wrap items-baseline gap-x-3">
              <dt className="font-mono font-medium break-all">
                {name}
                {schema.required?.includes(name) ? (
                  <span className="text-negative-text" title="required">
                    *<span className="sr-only"> required</span>
                  </span>
                ) : null}
              </dt>
              <dd className="min-w-0 break-words text-muted">
                {inner ? (member.items ? 'list of objects' : 'object') : describeType(member)}
                {member.description ? ` – ${member.description}` : null}
              </dd>
            </div>
            {inner ? (
              <dd className="mt-1.5">
                <Rows schema={inner} />
              </dd>
            ) : null}
          </div>
        );
      })}
    </dl>
  );
}
