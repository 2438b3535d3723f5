import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

function create() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    httpRequestDuration: new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Time from request to the end of the answer',
      labelNames: ['method', 'route', 'status'] as const,
      buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
      registers,
    }),
    purchases: new Counter({
      name: 'purchases_total',
      help: 'Purchases that reached a final status',
      labelNames: ['status', 'country'] as const,
      registers,
    }),
    reviewsAnalyzed: new Counter({
      name: 'reviews_analyzed_total',
      help: 'Reviews that were scored, by what came of it',
      labelNames: ['action'] as const,
      registers,
    }),
    searchLatency: new Histogram({
      name: 'search_latency_seconds',
      help: 'Time to answer a search',
      labelNames: ['has_filters', 'engine'] as const,
      buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5],
      registers,
    }),
    circuitBreakerState: new Gauge({
      name: 'circuit_breaker_state',
      help: '0 closed, 0.5 half-open, 1 open',
      labelNames: ['name'] as const,
      registers,
    }),
    cacheReads: new Counter({
      name: 'cache_reads_total',
      help: 'Reads through the cache: hit, stale (answered, then made anew) or miss',
      labelNames: ['entry', 'outcome'] as const,
      registers,
    }),
    queueDepth: new Gauge({
      name: 'queue_depth',
      help: 'Messages that wait or are in hand, by queue',
      labelNames: ['queue'] as const,
      registers,
    }),
    rabbitmqQueueDepth: new Gauge({
      name: 'rabbitmq_queue_depth',
      help: 'Messages that wait in RabbitMQ, by queue',
      labelNames: ['queue'] as const,
      registers,
    }),
    outboxLag: new Gauge({
      name: 'outbox_lag_seconds',
      help: 'How long the oldest message that a worker could take has waited',
      registers,
    }),
    deadLetters: new Gauge({
      name: 'dead_letters',
      help: 'Messages that no attempt could handle, by queue',
      labelNames: ['queue'] as const,
      registers,
    }),
    eventsHandled: new Counter({
      name: 'event_handled_total',
      help: 'Events by queue and outcome',
      labelNames: ['queue', 'outcome'] as const,
      registers,
    }),
  };
}

const store = globalThis as typeof globalThis & { pomonaMetrics?: ReturnType<typeof create> };

// On globalThis: the server and Next's bundle hold two copies of this module.
store.pomonaMetrics ??= create();

export const metrics = store.pomonaMetrics;
