import { Button, Group, Stack, Text } from '@mantine/core';
import { IconDownload, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { operationTexts } from '@/features/operations/texts';
import { CopyButton } from '@/shared/ui/CopyButton';
import { saveText } from '@/shared/ui/saveText';
import styles from './LogView.module.css';

type Props = {
  lines: string[];
  /** Whether more lines may come. */
  growing: boolean;
  /** Of the file that a download makes. */
  name: string;
};

/** A log that can be followed, held still, copied and kept. */
export function LogView({ lines, growing, name }: Props) {
  const box = useRef<HTMLPreElement>(null);
  const [following, setFollowing] = useState(true);
  useEffect(() => {
    if (following && box.current) {
      box.current.scrollTop = box.current.scrollHeight;
    }
  }, [lines, following]);
  const text = lines.join('\n');
  const said = operationTexts;
  if (lines.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {growing ? said.logEmpty : said.logNone}
      </Text>
    );
  }
  return (
    <Stack gap="xs">
      <Group gap="xs" justify="flex-end">
        {growing && (
          <Button
            size="xs"
            variant="default"
            leftSection={following ? <IconPlayerPause size={14} /> : <IconPlayerPlay size={14} />}
            onClick={() => setFollowing(!following)}
          >
            {following ? said.pause : said.follow}
          </Button>
        )}
        <Button size="xs" variant="default" leftSection={<IconDownload size={14} />} onClick={() => saveText(`${name}.log`, text)}>
          {said.download}
        </Button>
        <CopyButton text={text} label={said.copyLog} />
      </Group>
      <pre ref={box} className={styles.log} tabIndex={0} aria-label={said.log}>
        {text}
      </pre>
    </Stack>
  );
}
