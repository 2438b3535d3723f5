import type { Instrumentation } from 'next';

/** Runs once in each server process, before the first request; never during the build. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { startEmbeddedWorker } = await import('./worker/embedded');
    startEmbeddedWorker();
  }
}

/** What a page threw, in the log as JSON like everything else. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, { routePath, routeType }) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const [{ logger }, { isDatabaseAway }, { requestScope }] = await Promise.all([
    import('./lib/logger'),
    import('./lib/errors'),
    import('./lib/request-scope'),
  ]);
  const scope = requestScope();
  // The server then answers 503 in place of 500.
  if (scope && isDatabaseAway(error)) scope.isDatabaseAway = true;
  logger().error(
    { err: error, requestId: request.headers['x-request-id'], route: routePath, routeType },
    'page failed',
  );
};
