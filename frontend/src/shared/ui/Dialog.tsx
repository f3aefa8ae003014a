import { Modal, type ModalProps } from '@mantine/core';
import { useEffect, useState } from 'react';
import { uiTexts } from './texts';

const options = { preventScroll: true };

/** Gives the focus to what had it, unless something else has taken it; where that is gone, or nothing had it, to the page's heading. */
function giveBack(opener: Element | null) {
  if (document.activeElement === document.body && opener instanceof HTMLElement) {
    opener.focus(options);
  }
  if (document.activeElement === document.body) {
    document.querySelector('h1')?.focus(options);
  }
}

function Opened({ children, ...props }: Omit<ModalProps, 'opened'>) {
  // Before the dialog takes the focus.
  const [opener] = useState(() => document.activeElement);
  useEffect(() => () => giveBack(opener), [opener]);
  return (
    <Modal opened returnFocus={false} closeButtonProps={{ 'aria-label': uiTexts.close }} {...props}>
      {children}
    </Modal>
  );
}

/** A dialog. Once it is closed, or is there no more, the focus is where it was before, or on the page's heading. */
export function Dialog({ opened = true, ...props }: Omit<ModalProps, 'opened'> & { opened?: boolean }) {
  return opened ? <Opened {...props} /> : null;
}
