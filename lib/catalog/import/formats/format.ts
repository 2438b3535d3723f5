import type { z } from 'zod';
import type { Draft } from '../listing';

/** Why a row cannot be taken, and which of its fields is to blame. */
export type Problem = { field: string; reason: string };

export type Format = {
  name: string;
  /** Columns that tell a file of this format from others. */
  read: (row: unknown) => { draft: Draft } | { problem: Problem };
};

/** A format: the schema that each row must fit, and what a row that fits says. */
export function defineFormat<T extends z.ZodType>(
  name: string,
  schema: T,
  toDraft: (row: z.output<T>) => Draft,
): Format {
  return {
    name,
    read(row) {
      const result = schema.safeParse(row);
      if (result.success) return { draft: toDraft(result.data) };
      const [issue] = result.error.issues;
      return { problem: { field: issue?.path.join('.') ?? '', reason: issue?.message ?? 'does not fit the format' } };
    },
  };
}
