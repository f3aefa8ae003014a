import { audit } from './en/audit';
import { dashboard } from './en/dashboard';
import { guests } from './en/guests';
import { provision } from './en/provision';

/** Everything that the UI says. A second language is a second object of this type. */
export const texts = { audit, dashboard, guests, provision };

export type Texts = typeof texts;
