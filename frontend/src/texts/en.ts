import { audit } from './en/audit';
import { dashboard } from './en/dashboard';
import { provision } from './en/provision';

/** Everything that the UI says. A second language is a second object of this type. */
export const texts = { audit, dashboard, provision };

export type Texts = typeof texts;
