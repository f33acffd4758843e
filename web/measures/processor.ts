import { readdirSync, readFileSync } from 'node:fs';

const ticksPerSecond = 100;

interface Known {
  parent: number;
  ticks: number;
}

/** Seconds of processor, user and system, that this process and all below it have used; those that ended below are counted by their parents. */
export function processorSeconds(): number {
  const all = new Map(readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => known(name)));
  const isOwn = (pid: number): boolean => pid === process.pid || (pid > 1 && isOwn(all.get(pid)?.parent ?? 0));
  return [...all].filter(([pid]) => isOwn(pid)).reduce((sum, [, { ticks }]) => sum + ticks, 0) / ticksPerSecond;
}

function known(pid: string): [number, Known][] {
  try {
    // After the name in brackets: state, parent, and from the twelfth on the times.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ').map(Number);
    return [[Number(pid), { parent: fields[1] ?? 0, ticks: fields.slice(11, 15).reduce((sum, ticks) => sum + ticks, 0) }]];
  } catch {
    return [];
  }
}
