import { Button } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { inventoryTexts as said } from './texts';
import { usePagesThere } from './usePagesThere';

/** Leads to an object's page at NetBox. */
export function NetBoxButton({ url }: { url: string }) {
  return (
    usePagesThere() && (
      <Button component="a" href={url} target="_blank" rel="noreferrer" variant="default" rightSection={<IconExternalLink size={16} aria-hidden />}>
        {said.openNetBox}
      </Button>
    )
  );
}
