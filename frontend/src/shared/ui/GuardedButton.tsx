import { Button, Tooltip, type ButtonProps } from '@mantine/core';
import type { MouseEvent, ReactNode } from 'react';
import { Link } from 'react-router';
import { useFocusKept } from './useFocusKept';
import { useHindrance } from './useHindrance';

type Props = ButtonProps & {
  /** Why it may not be used; null when it may. While Direttore does not answer, nothing may be that does something. */
  why?: string | null;
  /** Where it leads, in place of what it does. */
  to?: string;
  type?: 'submit';
  onClick?: () => void;
  'aria-label'?: string | undefined;
  children: ReactNode;
};

/** A button that says why it may not be used; it can be reached all the same, so that everybody gets to read that. */
export function GuardedButton({ why: own = null, to, onClick, ...props }: Props) {
  const hindrance = useHindrance('direttore');
  const kept = useFocusKept<HTMLButtonElement>(props.loading ?? false);
  const why = own ?? (to === undefined ? hindrance : null);
  const off =
    why === null
      ? {}
      : { c: undefined, 'data-disabled': true, 'aria-disabled': true, 'aria-description': why, onClick: (event: MouseEvent) => event.preventDefault() };
  return (
    <Tooltip label={why} disabled={why === null}>
      {/* What leads elsewhere stays a link where it may not: another element would lose the focus. */}
      {to === undefined ? <Button {...props} ref={kept} onClick={onClick} {...off} /> : <Button {...props} component={Link} to={to} {...off} />}
    </Tooltip>
  );
}
