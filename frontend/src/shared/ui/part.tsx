import { Alert, Button, Group, Text } from '@mantine/core';
import { lazy, useCallback, useState, type ComponentType } from 'react';
import { browser, servedNow } from './fetched';
import styles from './part.module.css';
import { uiTexts } from './texts';
import { useTries } from './useTries';

type Files<Props> = () => Promise<ComponentType<Props>>;

/** Stands where a part of the page could not be fetched, until it can: what is there already stays, with what was typed. */
function Missing<Props extends object>({ files, given }: { files: Files<Props>; given: Props }) {
  const [found, setFound] = useState<{ Part: ComponentType<Props> } | null>(null);
  const once = useCallback(async () => {
    try {
      const Part = await files();
      setFound({ Part });
      return 'found';
    } catch {
      return servedNow();
    }
  }, [files]);
  const verdict = useTries(true, once, 'found');
  if (found) {
    return <found.Part {...given} />;
  }
  return (
    <Alert color="yellow" className={styles.missing ?? ''} role="alert">
      <Group gap="sm">
        <Text size="sm">{uiTexts.partMissing[verdict === 'same' || verdict === 'newer' ? verdict : 'away']}</Text>
        <Button size="xs" variant="default" onClick={() => browser.reload()}>
          {uiTexts.reload}
        </Button>
      </Group>
    </Alert>
  );
}

/** A part of the page that is fetched when it is first needed; the page goes on without it where it cannot be had. */
export const part = <Props extends object>(files: Files<Props>) =>
  lazy<ComponentType<Props>>(() =>
    files().then(
      (component) => ({ default: component }),
      () => ({ default: (given: Props) => <Missing files={files} given={given} /> }),
    ),
  );
