import { ActionIcon, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { uiTexts } from './texts';

/** Puts a text on the clipboard; true when it is there. */
export async function copyText(text: string): Promise<boolean> {
  if (window.isSecureContext) {
    return navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
  }
  // Pages that came over plain HTTP from another host have no clipboard of their own.
  const area = document.createElement('textarea');
  area.value = text;
  area.style.position = 'fixed';
  area.style.opacity = '0';
  document.body.append(area);
  area.select();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- there is no other way without a clipboard
  const done = document.execCommand('copy');
  area.remove();
  return done;
}

/** A small button that copies a text and says so. */
export function CopyButton({ text, label = uiTexts.copy }: { text: string; label?: string }) {
  const [done, setDone] = useState<boolean | null>(null);
  useEffect(() => {
    if (done !== null) {
      const timer = setTimeout(() => setDone(null), 2000);
      return () => clearTimeout(timer);
    }
  }, [done]);
  const said = done === null ? label : done ? uiTexts.copied : uiTexts.copyFailed;
  return (
    <Tooltip label={said}>
      <ActionIcon variant="subtle" color="gray" aria-label={said} onClick={() => void copyText(text).then(setDone)}>
        {done === null ? <IconCopy size={16} /> : done ? <IconCheck size={16} /> : <IconX size={16} />}
      </ActionIcon>
    </Tooltip>
  );
}
