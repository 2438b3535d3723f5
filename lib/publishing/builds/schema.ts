import { z } from 'zod';
import { isPlainLine } from '@/lib/plain-text';
import { buildMaxBytes } from '../rules';

/** What was found inside a build. */
export const buildFacts = z.object({
  kind: z.string(),
  packageName: z.string().nullable(),
  versionName: z.string().nullable(),
  versionCode: z.number().nullable(),
  minimumOs: z.string().nullable(),
  permissions: z.array(z.string()),
  entryCount: z.number().int().nullable(),
});

export const build = z.object({
  id: z.uuid(),
  state: z.enum(['uploading', 'processing', 'valid', 'invalid', 'abandoned']),
  fileName: z.string(),
  sizeBytes: z.number().int(),
  receivedBytes: z.number().int(),
  sha256: z.string(),
  /** Most bytes of one piece. */
  chunkMaxBytes: z.number().int(),
  problem: z.string().nullable(),
  facts: buildFacts.nullable(),
  createdAt: z.string(),
});

export const createUploadBody = z.strictObject({
  fileName: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .regex(/^[^/\\]+$/, 'a file name without a path')
    .refine(isPlainLine, 'no control characters'),
  sizeBytes: z.number().int().min(1).max(buildMaxBytes),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'SHA-256 in small hexadecimal'),
});

export type Build = z.infer<typeof build>;
export type BuildFacts = z.infer<typeof buildFacts>;
