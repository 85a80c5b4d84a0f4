import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Browser } from 'puppeteer-core';

/** Private pages of the extension's renderer, as Linux tells them; null elsewhere. */
export function privateBytesOfExtension(browser: Browser): number | null {
  const root = browser.process()?.pid;
  if (root === undefined || !existsSync('/proc/self/smaps_rollup')) return null;
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => readProcess(pid) ?? [])
    .sort((a, b) => a.pid - b.pid);
  const family = new Set([root]);
  // Children have higher numbers than their parents, but for a wrap-around that nobody lives to see.
  for (const { pid, parent } of processes) if (family.has(parent)) family.add(pid);
  const extension = processes.find(
    ({ pid, command }) => family.has(pid) && command.includes('--extension-process'),
  );
  if (!extension) return null;
  const rollup = readFileSync(`/proc/${extension.pid}/smaps_rollup`, 'utf8');
  const kilobytes = [...rollup.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+) kB/gm)];
  return kilobytes.reduce((total, [, number]) => total + Number(number) * 1024, 0);
}

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** Null for one that has ended meanwhile. */
function readProcess(pid: string): Process | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const parent = Number(/^PPid:\s+(\d+)/m.exec(status)?.[1] ?? 0);
    return { pid: Number(pid), parent, command: readFileSync(`/proc/${pid}/cmdline`, 'latin1') };
  } catch {
    return null;
  }
}
