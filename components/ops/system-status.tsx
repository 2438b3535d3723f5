'use client';

import { ServerOff } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { EmptyState } from '@/components/ui/empty-state';
import type { Dependency, Health } from '@/lib/health-schema';
import { Chip } from './chip';
import { OldFigures, useLive } from './live';
import { Moment } from './moment';
import { OpsSection } from './section';

type State = { word: string; tone: ComponentProps<typeof Chip>['tone'] };

const dependencyStates: Record<Dependency['state'], State> = {
  ok: { word: 'Fine', tone: 'good' },
  trouble: { word: 'Needs a look', tone: 'warning' },
  away: { word: 'Away', tone: 'bad' },
};

const breakerStates: Record<Health['breakers'][number]['state'], State & { meaning: string }> = {
  closed: { word: 'Closed', tone: 'good', meaning: 'Calls go through.' },
  'half-open': { word: 'Half-open', tone: 'warning', meaning: 'A call tries whether it answers again.' },
  open: { word: 'Open', tone: 'bad', meaning: 'Too many calls failed; for a while none is made.' },
};

const brokers = { postgres: 'the queue in Postgres', rabbitmq: 'RabbitMQ' };

/** What the store depends on, who works for it, and what it has stopped asking. */
export function SystemStatus({ initial, now }: { initial: Health; now: string }) {
  const health = useLive('/api/v1/ops/health', initial, now);
  const { dependencies, workers, breakers } = health.data;
  return (
    <>
      <OldFigures error={health.error} />
      <OpsSection
        id="dependencies"
        title="What the store depends on"
        text="As the process sees it that answers you now."
      >
        <Rows>
          {dependencies.map(({ name, engine, state, detail }) => (
            <Row key={name} name={name} about={engine} state={dependencyStates[state]}>
              {detail}
            </Row>
          ))}
        </Rows>
      </OpsSection>
      <OpsSection id="workers" title="Workers" text="Processes that handle events and keep the schedule.">
        {workers.length === 0 ? (
          <EmptyState icon={ServerOff} title="No worker lives">
            Events and the schedule wait until one comes; nothing is lost. Start one with{' '}
            <code className="font-mono text-13 whitespace-nowrap text-ink">npm run worker</code>.
          </EmptyState>
        ) : (
          <Rows>
            {workers.map(({ name, broker, problem, startedAt }) => (
              <Row
                key={`${name} ${startedAt}`}
                name={<span className="font-mono text-13 wrap-anywhere">{name}</span>}
                about={`takes events from ${brokers[broker]}`}
                state={problem === null ? { word: 'Works', tone: 'good' } : { word: 'Takes nothing', tone: 'bad' }}
              >
                {problem === null ? null : <span className="block text-negative-text">{problem}</span>}
                Started <Moment iso={startedAt} now={health.dataUpdatedAt} />
              </Row>
            ))}
          </Rows>
        )}
      </OpsSection>
      {breakers.length === 0 ? null : (
        <OpsSection
          id="breakers"
          title="Breakers"
          text="They keep the store from waiting for what does not answer, a process each for itself."
        >
          <Rows>
            {breakers.map(({ name, state }) => (
              <Row
                key={name}
                name={<span className="font-mono">{name}</span>}
                about={breakerStates[state].meaning}
                state={breakerStates[state]}
              />
            ))}
          </Rows>
        </OpsSection>
      )}
    </>
  );
}

const Rows = ({ children }: { children: ReactNode }) => (
  <ul className="divide-y divide-line border-y border-line">{children}</ul>
);

type RowProps = { name: ReactNode; about: string; state: State; children?: ReactNode };

function Row({ name, about, state, children }: RowProps) {
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 gap-y-0.5 py-3 sm:grid-cols-[12rem_minmax(0,1fr)_auto]">
      <p className="font-medium">{name}</p>
      <div className="min-w-0 max-sm:col-span-2 max-sm:row-start-2">
        <p className="first-letter:uppercase">{about}</p>
        {children ? (
          <p dir="auto" className="text-13 text-muted numerals">
            {children}
          </p>
        ) : null}
      </div>
      <Chip tone={state.tone}>{state.word}</Chip>
    </li>
  );
}
