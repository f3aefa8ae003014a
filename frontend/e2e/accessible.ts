import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** What the colours decide, and nothing else of a page. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

// Of what is right nothing is told, and no page is opened to put the findings of frames together, as there are none.
const axe = (page: Page) => new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();

async function found(page: Page, builder: AxeBuilder): Promise<string[]> {
  const { violations } = await builder.analyze();
  const at = new URL(page.url());
  return violations.map(({ id, nodes }) => `${at.pathname}${at.search} ${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

/** What somebody could not see, hear or operate on a page as it is. */
export const barriers = (page: Page): Promise<string[]> => found(page, axe(page).withTags(WCAG));

/** The same in both colour schemes. */
export async function barriersInLightAndDark(page: Page): Promise<string[]> {
  await shown(page, 'light');
  const light = await barriers(page);
  await shown(page, 'dark');
  const dark = await found(page, axe(page).withRules(COLOURS));
  return [...light, ...dark.map((each) => `dark: ${each}`)];
}

async function shown(page: Page, colorScheme: 'light' | 'dark') {
  await page.emulateMedia({ colorScheme });
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
}
