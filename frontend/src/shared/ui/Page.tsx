import { Box, Group, Title } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { uiTexts } from './texts';

type Props = {
  title: string;
  /** What tells one page of a kind from another; the focus moves to the heading when it changes. */
  id?: string;
  /** Stands before the heading's text. */
  icon?: ReactNode;
  /** Stands beside the heading. */
  beside?: ReactNode;
  /** Stands at the end of the heading's line. */
  actions?: ReactNode;
  children: ReactNode;
};

/** A page: its document's title, its heading and what it shows. */
export function Page({ title, id = title, icon, beside, actions, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  // On the first page, the browser's own place of the focus is right.
  const first = useRef(useLocation().key === 'default');

  useEffect(() => {
    document.title = uiTexts.title(title);
  }, [title]);

  useEffect(() => {
    if (!first.current) {
      heading.current?.focus({ preventScroll: true });
    }
    first.current = false;
  }, [id]);

  return (
    <>
      <Group justify="space-between" align="center" mb="md" gap="sm" mih={36}>
        <Group gap="sm" miw={0}>
          <Group gap="sm" miw={0} wrap="nowrap">
            {icon && <Box style={{ display: 'flex', flexShrink: 0 }}>{icon}</Box>}
            <Title order={1} size="h2" ref={heading} tabIndex={-1} style={{ outline: 'none', overflowWrap: 'anywhere' }}>
              {title}
            </Title>
          </Group>
          {beside}
        </Group>
        {actions}
      </Group>
      <Box>{children}</Box>
    </>
  );
}
