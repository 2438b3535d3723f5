/** A failure that its message explains in one sentence: shown without a stack. */
export class Refusal extends Error {
  override name = 'Refusal';
}

/** The system's error code (ENOSPC, EACCES …) of anything thrown, or null. */
export function systemCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
