import { setTimeout as sleep } from 'node:timers/promises';

export class ApiError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }

  get body() {
    const type =
      this.status >= 500 ? 'internal' : this.status === 401 || this.status === 403 ? 'auth' : 'invalid_request';
    return { message: this.message, code: this.code, type, link: `https://docs.meilisearch.com/errors#${this.code}` };
  }
}

type Task = {
  uid: number;
  batchUid: number | null;
  indexUid: string | null;
  status: 'enqueued' | 'processing' | 'succeeded' | 'failed';
  type: string;
  canceledBy: null;
  details: object;
  error: ApiError['body'] | null;
  duration: string | null;
  enqueuedAt: string;
  startedAt: string | null;
  finishedAt: string | null;
};

/** Tasks of the fake server: done one after the other, each so much later. */
export function taskQueue() {
  const tasks: Task[] = [];
  const failures: { type: string; code: string }[] = [];
  let running: Promise<void> = Promise.resolve();
  let delayMs = 0;

  async function run(task: Task, work: () => void): Promise<void> {
    if (delayMs > 0) await sleep(delayMs);
    task.status = 'processing';
    task.batchUid = task.uid;
    task.startedAt = new Date().toISOString();
    if (delayMs > 0) await sleep(delayMs);
    try {
      const planned = failures.findIndex(({ type }) => type === task.type);
      if (planned >= 0) {
        const [failure] = failures.splice(planned, 1);
        throw new ApiError(500, failure?.code ?? 'internal', 'The task fails because a test wants it to.');
      }
      work();
      task.status = 'succeeded';
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      task.status = 'failed';
      task.error = error.body;
    }
    task.finishedAt = new Date().toISOString();
    task.duration = 'PT0.001S';
  }

  return {
    tasks,
    enqueue(type: string, indexUid: string | null, details: object, work: () => void) {
      const task: Task = {
        uid: tasks.length,
        batchUid: null,
        indexUid,
        status: 'enqueued',
        type,
        canceledBy: null,
        details,
        error: null,
        duration: null,
        enqueuedAt: new Date().toISOString(),
        startedAt: null,
        finishedAt: null,
      };
      tasks.push(task);
      running = running.then(() => run(task, work));
      const { uid: taskUid, status, enqueuedAt } = task;
      return { taskUid, indexUid, status, type, enqueuedAt };
    },
    list(query: URLSearchParams) {
      const among = (name: string, value: string) => {
        const wanted = query.get(name);
        return wanted === null || wanted === '*' || wanted.split(',').includes(value);
      };
      const limit = Number(query.get('limit') ?? 20);
      const all = tasks
        .filter(
          ({ status, type, indexUid }) =>
            among('statuses', status) && among('types', type) && among('indexUids', indexUid ?? ''),
        )
        .reverse();
      return {
        results: all.slice(0, limit),
        total: all.length,
        limit,
        from: all[0]?.uid ?? null,
        next: all[limit]?.uid ?? null,
      };
    },
    setDelay: (ms: number) => {
      delayMs = ms;
    },
    failNext: (type: string, code: string) => void failures.push({ type, code }),
    idle: () => running,
  };
}
