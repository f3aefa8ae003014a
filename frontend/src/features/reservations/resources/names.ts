import { resourceTexts, type EnteredKind } from './texts';

const said = resourceTexts.form;
export const MOST = 200;
const LONGEST = 64;
const LAST_VLAN = 4094;

function numbersIn(word: string): number[] | null {
  const [, first = '', last = first] = /^(\d{1,4})(?:\s*-\s*(\d{1,4}))?$/.exec(word) ?? [];
  const [from, to] = [Number(first), Number(last)];
  return first === '' || from < 1 || to > LAST_VLAN || to < from ? null : Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** The names that are typed, each once: words between commas, of VLANs numbers and ranges of them; or what is wrong. */
export function namesIn(kind: EnteredKind, typed: string): { names: string[] } | { fault: string } {
  const words = typed
    .split(/[,;\n]/)
    .map((word) => word.trim())
    .filter(Boolean);
  const each = kind === 'vlan' ? words.map(numbersIn) : words.map((word) => (word.length > LONGEST ? null : [word]));
  if (words.length === 0 || each.includes(null)) {
    return { fault: kind === 'vlan' ? said.numberRule : said.nameRule };
  }
  const names = [...new Set(each.flatMap((found) => (found ?? []).map(String)))];
  return names.length > MOST ? { fault: said.most(MOST) } : { names };
}

const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.+:-]{0,62}$/;

export const areTags = (tags: string[]): boolean => tags.every((tag) => TAG.test(tag));
