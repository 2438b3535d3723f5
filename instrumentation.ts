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
  const { logger } = await import('./lib/logger');
  logger().error({ err: error, requestId: request.headers['x-request-id'], route: routePath, routeType }, 'page failed');
};
