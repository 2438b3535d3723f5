/** Runs once in each server process, before the first request; never during the build. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { startEmbeddedWorker } = await import('./worker/embedded');
    startEmbeddedWorker();
  }
}
