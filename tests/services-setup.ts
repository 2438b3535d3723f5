import type { TestProject } from 'vitest/node';
import { findRabbit, findRedis } from '@/scripts/tools';

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the Redis server's program; each test file starts its own. */
    redisProgram: string;
    /** Path of the script that starts a RabbitMQ server. */
    rabbitProgram: string;
  }
}

/** The real servers that tests of this project start. One that is missing fails the run. */
export default function setup(project: TestProject): void {
  const redisProgram = findRedis();
  if (redisProgram === null) throw new Error('there is no redis-server here; `npm test` fetches one');
  const rabbitProgram = findRabbit();
  if (rabbitProgram === null) throw new Error('there is no rabbitmq-server here; `npm test` fetches one');
  project.provide('redisProgram', redisProgram);
  project.provide('rabbitProgram', rabbitProgram);
}
