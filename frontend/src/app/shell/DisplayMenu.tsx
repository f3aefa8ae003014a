import { ActionIcon, Menu, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import type { Zone } from '@/shared/format/time';
import { useZone } from '@/shared/format/useZone';
import { shellTexts } from './texts';

const said = shellTexts;
const schemes: Record<MantineColorScheme, typeof IconSun> = { light: IconSun, dark: IconMoon, auto: IconDeviceDesktop };

function Group<T extends string>({ label, words, value, choose }: { label: string; words: Record<T, string>; value: T; choose: (value: T) => void }) {
  return (
    <>
      <Menu.Label>{label}</Menu.Label>
      <Menu.RadioGroup value={value} onChange={(chosen) => choose(chosen as T)}>
        {Object.entries<string>(words).map(([each, word]) => (
          <Menu.RadioItem key={each} value={each} closeMenuOnClick>
            {word}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  );
}

/** Chooses light, dark or the system's colours, and the zone of times; the browser keeps them. */
export function DisplayItems() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [zone, setZone] = useZone();
  return (
    <>
      <Group<MantineColorScheme> label={said.theme} words={said.themes} value={colorScheme} choose={setColorScheme} />
      <Group<Zone> label={said.times} words={said.zones} value={zone} choose={setZone} />
    </>
  );
}

/** The choices as a menu of their own, where there is room for its button. */
export function DisplayMenu() {
  const { colorScheme } = useMantineColorScheme();
  const Current = schemes[colorScheme];
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={44} aria-label={said.display} visibleFrom="sm">
          <Current size={20} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <DisplayItems />
      </Menu.Dropdown>
    </Menu>
  );
}
