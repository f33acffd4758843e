import type { Manifest } from './types';

export interface Difference {
  what: string;
  one: string;
  other: string;
}

/** What two runs were functions of, where it is not the same. */
export function differencesOf(one: Manifest, other: Manifest): Difference[] {
  const [left, right] = [inputsOf(one), inputsOf(other)];
  return [...new Set([...left.keys(), ...right.keys()])]
    .filter((key) => left.get(key) !== right.get(key))
    .map((key) => ({ what: key, one: left.get(key) ?? 'not there', other: right.get(key) ?? 'not there' }));
}

/** The same but for the seeds. */
export function isSameWorld(one: Manifest, other: Manifest): boolean {
  return differencesOf(one, other).every((difference) => difference.what === 'seed');
}

function inputsOf(of: Manifest): Map<string, string> {
  return new Map([
    ['scenario', of.scenario],
    ['engine', `${of.engine.version} (${of.engine.commit})`],
    ['seed', String(of.seed ?? of.seeds ?? '')],
    ['prices', of.prices],
    ...of.files.map((file): [string, string] => [`file ${file.file}`, file.sha256.slice(0, 16)]),
    ...of.values.map((value): [string, string] => [`${value.file} ${value.path}`, `${value.value} [${value.basis}]`]),
  ]);
}
