// Imported by run.mjs before anything is installed: built-in modules only, no syntax newer than Node 12.
import { execFileSync } from 'child_process';
import { randomBytes } from 'crypto';
import { linkSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'fs';

/** Tells a process apart from a later one with the same number; null when there is none (or only a zombie). */
export function processIdentity(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return fields[0] === 'Z' || fields[0] === 'X' ? null : fields[19] || null;
    }
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
  } catch {
    return null;
  }
}

function readHolder(path) {
  let text;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return null;
  }
  try {
    const { pid, identity, note } = JSON.parse(text);
    return { text, holder: { pid: Number(pid), identity, note: String(note) } };
  } catch {
    return { text, holder: { pid: 0, identity: null, note: '' } };
  }
}

export function isAlive(holder) {
  const identity = processIdentity(holder.pid);
  return identity !== null && identity === holder.identity;
}

/**
 * A lock between processes: a file that names its holder, with a note that others may show. One whose holder has died
 * is taken over.
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

function releaseLock(path) {
  const found = readHolder(path);
  if (found !== null && found.holder.pid === process.pid) unlinkSync(path);
}

/** Waits until the lock is free, takes it and resolves to what releases it. */
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
