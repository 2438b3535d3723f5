import { inject } from 'vitest';
import { makeRedis as makeServer, type RedisServer } from '@/scripts/redis';

export type TestRedis = RedisServer;

/** A real Redis server of this file's own, on a free port; not started yet. */
export const makeRedis = (): Promise<TestRedis> => makeServer(inject('redisProgram'));
