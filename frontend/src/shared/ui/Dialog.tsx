import { Modal, type ModalProps } from '@mantine/core';
import { useEffect, useState } from 'react';
import { giveBack } from './giveBack';
import { uiTexts } from './texts';

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
