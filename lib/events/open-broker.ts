import type { Db } from '@/db/client';
import type { Logger } from '@/lib/logger';
import type { Broker } from './broker';
import { pgBossBroker } from './pg-boss';
import { rabbitBroker } from './rabbitmq/broker';

export type BrokerOptions = { databaseUrl: string; amqpUrl: string | undefined; db: Db; log: Logger };

/** RabbitMQ where the settings name one, else the queue in Postgres. */
export const openBroker = ({ amqpUrl, ...options }: BrokerOptions): Broker =>
  amqpUrl === undefined ? pgBossBroker(options) : rabbitBroker({ ...options, amqpUrl });
