import {linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {hostname} from 'node:os';
import {join} from 'node:path';

/** Another process works on this directory; two would silently lose each other's data. */
export class DirectoryInUse extends Error {
  override readonly name = 'DirectoryInUse';
}

interface Holder {
  readonly pid: number;
  readonly host: string;
  /** Tells the process from a later one with the same id. Empty where the system does not say. */
  readonly started: string;
}

const lockName = /^lock\.(\d+)$/;

/**
 * Takes the directory for this process and gives what releases it. A lock whose process is gone is taken over.
 * Throws a `DirectoryInUse` that names the holder's process id.
 *
 * Each lock is a file `lock.<n>`; whoever takes over makes `lock.<n+1>`, which only one can, and then looks
 * around once more. So two that find the same stale lock never both go on.
 */
export function lockDirectory(directory: string): () => void {
  mkdirSync(directory, {recursive: true, mode: 0o700});
  const own = JSON.stringify({pid: process.pid, host: hostname(), started: startOf(process.pid)} satisfies Holder);
  for (;;) {
    const found = locks(directory);
    found.forEach((number) => refuseWhenHeld(directory, number));
    const number = Math.max(0, ...found) + 1;
    if (!place(directory, number, own)) continue;
    const release = () => rmSync(lockPath(directory, number), {force: true});
    try {
      locks(directory)
        .filter((other) => other !== number)
        .forEach((other) => refuseWhenHeld(directory, other));
    } catch (error) {
      release();
      throw error;
    }
    found.forEach((stale) => rmSync(lockPath(directory, stale), {force: true}));
    return release;
  }
}

const lockPath = (directory: string, number: number) => join(directory, `lock.${number}`);

const locks = (directory: string) =>
  readdirSync(directory).flatMap((name) => {
    const match = lockName.exec(name);
    return match ? [Number(match[1])] : [];
  });

/** Makes the lock with its whole content at once: nobody ever reads half of it. */
function place(directory: string, number: number, content: string): boolean {
  const draft = join(directory, `lock.draft.${process.pid}`);
  writeFileSync(draft, content, {mode: 0o600});
  try {
    linkSync(draft, lockPath(directory, number));
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, {force: true});
  }
}

function refuseWhenHeld(directory: string, number: number): void {
  const path = lockPath(directory, number);
  const holder = read(path);
  if (holder === undefined) return;
  if (holder.host !== hostname()) {
    throw new DirectoryInUse(
      `${directory} was locked on another machine (${holder.host}, process ${holder.pid}). If that process is gone, delete ${path}.`,
    );
  }
  if (isAlive(holder)) {
    throw new DirectoryInUse(
      `${directory} is in use by process ${holder.pid}. Stop it first, or choose another ACCOUNT_DATA_DIR.`,
    );
  }
}

function read(path: string): Holder | undefined {
  try {
    const {pid, host, started} = JSON.parse(readFileSync(path, 'utf8')) as Partial<Holder>;
    return typeof pid === 'number' && typeof host === 'string' ? {pid, host, started: started ?? ''} : undefined;
  } catch {
    return undefined;
  }
}

function isAlive({pid, started}: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: there is such a process, of somebody else.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  return started === '' || startOf(pid) === '' || startOf(pid) === started;
}

/** Boot and start time of a process, from Linux's /proc; empty on other systems. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the process may hold spaces and brackets; the start time is the 20th field after it.
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${ticks}`;
  } catch {
    return '';
  }
}
