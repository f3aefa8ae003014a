import { access } from './en/access';
import { audit } from './en/audit';
import { dashboard } from './en/dashboard';
import { format } from './en/format';
import { guests } from './en/guests';
import { operations } from './en/operations';
import { problem } from './en/problem';
import { provision } from './en/provision';
import { shell } from './en/shell';
import { ui } from './en/ui';

/** Everything that the UI says. A second language is a second object of this type. */
export const texts = { access, audit, dashboard, format, guests, operations, problem, provision, shell, ui };

export type Texts = typeof texts;
