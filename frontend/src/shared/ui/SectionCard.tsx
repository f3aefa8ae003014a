import { Card, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  title: string;
  /** A sentence about what is in it. */
  detail?: string;
  /** The level of its heading. */
  order?: 2 | 3;
  children: ReactNode;
}

/** A part of a page with a heading of its own, by which it is found. */
export function SectionCard({ title, detail, order = 2, children }: Props) {
  return (
    <Card component="section" aria-label={title}>
      <Title order={order} size="h4" mb={detail === undefined ? 'sm' : undefined}>
        {title}
      </Title>
      {detail !== undefined && (
        <Text size="sm" c="dimmed" mb="xs">
          {detail}
        </Text>
      )}
      {children}
    </Card>
  );
}
