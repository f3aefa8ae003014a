import { createTheme, rem, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const harbour: MantineColorsTuple = ['#eaf3ff', '#d3e3fb', '#a4c4f2', '#73a4ea', '#4b89e3', '#3278e0', '#1f66c9', '#1a5ab4', '#134d9d', '#0a3d80'];

// Text first, then what stands on the page, the page itself and what lies below it.
const night: MantineColorsTuple = ['#dfe3e9', '#b9c0c9', '#a3abb6', '#6b7480', '#3a414b', '#2d333b', '#242830', '#1b1e24', '#16181d', '#121418'];

// What every size of a control is at least on a touch screen.
const tall = { defaultProps: { size: 'sm' } };

export const theme = createTheme({
  primaryColor: 'harbour',
  primaryShade: { light: 7, dark: 7 },
  colors: { harbour, dark: night },
  defaultRadius: 'md',
  fontFamily: "'Inter Variable', Inter, system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'JetBrains Mono', 'Cascadia Mono', 'DejaVu Sans Mono', Menlo, Consolas, monospace",
  headings: { fontWeight: '650', sizes: { h2: { fontSize: rem(24) }, h3: { fontSize: rem(18) }, h4: { fontSize: rem(16) } } },
  cursorType: 'pointer',
  components: {
    Button: tall,
    // Coloured words on a pale ground of their own colour are too faint.
    Alert: { styles: { title: { color: 'var(--mantine-color-text)' } } },
    Card: { defaultProps: { withBorder: true, padding: 'md' } },
    Tooltip: {
      defaultProps: {
        withArrow: true,
        openDelay: 300,
        multiline: true,
        maw: 'min(360px, calc(100vw - 16px))',
        events: { hover: true, focus: true, touch: true },
      },
    },
    Modal: { defaultProps: { centered: true } },
    // The placeholder is no item, and a menu may hold nothing else.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
  },
});

/** The colours that carry meaning, and those of Mantine's that are too pale for WCAG AA. */
export const colours: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#545b64',
    '--mantine-color-placeholder': '#666d76',
    '--mantine-color-error': '#b42318',
    '--back': '#f4f6f9',
    '--line': '#dfe3e8',
    '--good-text': '#17653a',
    '--good-back': '#e3f5e9',
    '--busy-text': '#134d9d',
    '--busy-back': '#e3eefc',
    '--warn-text': '#7c4a03',
    '--warn-back': '#fdf0d7',
    '--bad-text': '#a4201a',
    '--bad-back': '#fde8e6',
    '--calm-text': '#474e57',
    '--calm-back': '#e9ecf0',
    '--good': '#2f9e5f',
    '--warn': '#d98309',
    '--bad': '#d33a2f',
    '--busy': '#1f66c9',
  },
  dark: {
    '--mantine-color-body': '#1b1e24',
    '--mantine-color-text': '#dfe3e9',
    '--mantine-color-dimmed': '#a3abb6',
    '--mantine-color-placeholder': '#98a1ad',
    '--mantine-color-error': '#ff9a92',
    '--mantine-color-anchor': '#8bb9f7',
    '--mantine-color-default-border': '#3a414b',
    '--mantine-color-default': '#242830',
    '--back': '#14161a',
    '--line': '#2d333b',
    '--good-text': '#7fdca4',
    '--good-back': '#15331f',
    '--busy-text': '#9cc4fb',
    '--busy-back': '#172b47',
    '--warn-text': '#f4c36d',
    '--warn-back': '#3a2a0d',
    '--bad-text': '#ffaca5',
    '--bad-back': '#43191a',
    '--calm-text': '#b9c0c9',
    '--calm-back': '#292e36',
    '--good': '#37b36c',
    '--warn': '#e09a2b',
    '--bad': '#e5564b',
    '--busy': '#4b89e3',
  },
});
