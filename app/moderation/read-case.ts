import { AppError } from '@/lib/errors';
import { isId } from '@/lib/ids';

/** The case that an address names; null where it names none that is there, which the desk says itself. */
export async function readCase<T>(id: string | undefined, read: (id: string) => Promise<T>): Promise<T | null> {
  if (id === undefined || !isId(id)) return null;
  try {
    return await read(id);
  } catch (error) {
    if (error instanceof AppError && error.kind === 'not_found') return null;
    throw error;
  }
}
