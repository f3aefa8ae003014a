import { Alert, Button, Group, Text } from '@mantine/core';
import { lazy, type ComponentType } from 'react';
import { browser } from './fetched';
import styles from './part.module.css';
import { uiTexts } from './texts';

/** Stands where a part of the page could not be fetched: what is there already stays, with what was typed. */
function Missing() {
  return (
    <Alert color="yellow" className={styles.missing ?? ''} role="alert">
      <Group gap="sm">
        <Text size="sm">{uiTexts.partMissing}</Text>
        <Button size="xs" variant="default" onClick={() => browser.reload()}>
          {uiTexts.reload}
        </Button>
      </Group>
    </Alert>
  );
}

/** A part of the page that is fetched when it is first needed; the page goes on without it where it cannot be had. */
export const part = <Props extends object>(files: () => Promise<ComponentType<Props>>) =>
  lazy(() =>
    files().then(
      (component) => ({ default: component }),
      () => ({ default: Missing as ComponentType<Props> }),
    ),
  );
