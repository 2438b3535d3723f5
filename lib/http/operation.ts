import type { z } from 'zod';
import type { LimitName } from '@/lib/settings';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export type OperationKey = `${Method} /${string}`;

/** One route of the API: the handler validates with it and the OpenAPI document is made from it. */
export type Operation = {
  tag: string;
  summary: string;
  /** `user`: any session. `developer`: a session or an organisation's key. `moderator`, `admin`: a session with that role. */
  auth: 'none' | 'user' | 'developer' | 'moderator' | 'admin';
  /** Where the store is for members only, strangers may call it all the same: signing in, and what carries a token. */
  isOpenToStrangers?: boolean;
  params?: z.ZodObject;
  query?: z.ZodType;
  body?: z.ZodType;
  /** Content types of a body that is a file, which the handler takes with `readBytes`. */
  file?: readonly string[];
  headers?: z.ZodObject;
  /** Body by status; null: no JSON body. */
  responses: Record<number, z.ZodType | null>;
  /** Codes of the problem documents beyond those that every route may answer. */
  errors?: readonly string[];
  /** Catalogue reads: ETag, 304, and a CDN may keep what the URL names. */
  isCatalogueRead?: boolean;
  /** Rate limit by address; `requests` unless told. */
  limit?: LimitName;
};

export const defineOperations = <const T extends Record<OperationKey, Operation>>(operations: T): T => operations;
