export type Holder = { pid: number; identity: string | null; note: string };
export type Lock = { release: () => void; holder: null } | { release: null; holder: Holder };

export function processIdentity(pid: number): string | null;
export function isAlive(holder: Holder): boolean;
export function tryLock(path: string, note?: string): Lock;
export function waitForLock(
  path: string,
  options: { timeoutMs: number; onWait?: (holder: Holder) => void },
): Promise<() => void>;
