import { Button, Tooltip, type ButtonProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

type Props = ButtonProps & {
  /** Why it may not be used; null when it may. */
  why: string | null;
  /** Where it leads, in place of what it does. */
  to?: string;
  onClick?: () => void;
  'aria-label'?: string | undefined;
  children: ReactNode;
};

/** A button that says why it may not be used; it can be reached all the same, so that everybody gets to read that. */
export function GuardedButton({ why, to, onClick, ...props }: Props) {
  if (why === null && to !== undefined) {
    return <Button {...props} component={Link} to={to} />;
  }
  const off = why === null ? {} : { c: undefined, 'data-disabled': true, 'aria-disabled': true, 'aria-description': why, onClick: undefined };
  return (
    <Tooltip label={why} disabled={why === null}>
      <Button {...props} onClick={onClick} {...off} />
    </Tooltip>
  );
}
