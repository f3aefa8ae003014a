import { accessTexts } from '@/features/access/texts';

const said = accessTexts.sessions;

// The first that is found counts: most browsers also call themselves those below.
const browsers: [RegExp, string][] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/(Firefox|FxiOS)\//, 'Firefox'],
  [/(Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const systems: [RegExp, string][] = [
  [/Windows/, 'Windows'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Mac OS X/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
];

/** What a browser's own description of itself means to people, such as `Firefox on Linux`. */
export function browserOf(agent: string): string {
  const named = (list: [RegExp, string][]) => list.find(([sign]) => sign.test(agent))?.[1] ?? '';
  const browser = named(browsers) || agent.split(/[\s/]/)[0] || said.unknown;
  return said.browser(browser, named(systems));
}
