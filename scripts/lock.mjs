// Imported by run.mjs before anything is installed: built-in modules only, no syntax newer than Node 12.
import { execFileSync } from 'child_process';
import { randomBytes } from 'crypto';
import { linkSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'fs';

/**
 * Tells a process apart from a later one with the same number; null when there is none (or only a zombie).
 * @param {number} pid
 * @returns {string | null}
 */
export function processIdentity(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return fields[0] === 'Z' || fields[0] === 'X' ? null : fields[19] || null;
    }
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
  } catch (error) {
    return null;
  }
}

/**
 * @typedef {{ pid: number, identity: string | null, note: string }} Holder
 * @typedef {{ release: () => void, holder: null } | { release: null, holder: Holder }} Lock
 */

/**
 * @param {string} path
 * @returns {{ text: string, holder: Holder } | null}
 */
function readHolder(path) {
  let text;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    return null;
  }
  try {
    const { pid, identity, note } = JSON.parse(text);
    return { text, holder: { pid: Number(pid), identity, note: String(note) } };
  } catch (error) {
    return { text, holder: { pid: 0, identity: null, note: '' } };
  }
}

/**
 * @param {Holder} holder
 * @returns {boolean}
 */
export function isAlive(holder) {
  const identity = processIdentity(holder.pid);
  return identity !== null && identity === holder.identity;
}

/**
 * A lock between processes: a file that names its holder. One whose holder has died is taken over.
 * @param {string} path
 * @param {string} [note] what others may show about the holder
 * @returns {Lock}
 */
export function tryLock(path, note) {
  const mine = { pid: process.pid, identity: processIdentity(process.pid), note: note || '' };
  const temporary = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(temporary, JSON.stringify(mine), { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 100; attempt++) {
      try {
        linkSync(temporary, path);
        return { release: () => releaseLock(path), holder: null };
      } catch (error) {
        if (error.code !== 'EEXIST') throw error;
      }
      const found = readHolder(path);
      if (found === null) continue;
      if (isAlive(found.holder)) return { release: null, holder: found.holder };
      removeStale(path, found.text);
    }
    throw new Error(`The lock ${path} cannot be taken; remove the file when nothing else is running.`);
  } finally {
    unlinkSync(temporary);
  }
}

/**
 * Between reading a dead holder and removing its file another process may have taken the lock: then put it back.
 * @param {string} path
 * @param {string} text
 */
function removeStale(path, text) {
  const aside = `${path}.stale.${randomBytes(4).toString('hex')}`;
  try {
    renameSync(path, aside);
    if (readFileSync(aside, 'utf8') !== text) linkSync(aside, path);
    unlinkSync(aside);
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error;
  }
}

/** @param {string} path */
function releaseLock(path) {
  const found = readHolder(path);
  if (found !== null && found.holder.pid === process.pid) unlinkSync(path);
}

/**
 * Waits until the lock is free.
 * @param {string} path
 * @param {{ timeoutMs: number, onWait?: (holder: Holder) => void }} options
 * @returns {Promise<() => void>} releases it
 */
export async function waitForLock(path, options) {
  const deadline = Date.now() + options.timeoutMs;
  let told = false;
  for (;;) {
    const lock = tryLock(path);
    if (lock.release !== null) return lock.release;
    if (Date.now() > deadline) {
      throw new Error(`Process ${lock.holder.pid} has held ${path} for too long; stop it and try again.`);
    }
    if (!told && options.onWait) options.onWait(lock.holder);
    told = true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
