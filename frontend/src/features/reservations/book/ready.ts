import type { OrderedGuest } from '@/shared/api/types';
import type { Faults } from '@/shared/form/paths';
import { machineTexts } from './machineTexts';

type Readiness = NonNullable<OrderedGuest['ready']>;
export type Check = Readiness['check'];

/** When a machine is ready, as it is typed; how long that may take is in minutes. */
export type Ready = { check: Check; port: string; minutes: string };

export const usualReady: Ready = { check: 'running', port: '22', minutes: '5' };

const said = machineTexts.ready;
const LONGEST = 60;
const LAST_PORT = 65_535;

/** Containers have no agent that could be asked. */
export const checksFor = (type: OrderedGuest['kind']): Check[] => ['none', 'running', ...(type === 'vm' ? (['agent'] as const) : []), 'address', 'port'];

/** Whether the machine itself is asked, which takes its time. */
export const asks = (check: Check): boolean => check !== 'none' && check !== 'running';

const isWithin = (text: string, most: number) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= most;

/** What is wrong with it, by the rules of the API. */
export const checkReady = ({ check, port, minutes }: Ready, type: OrderedGuest['kind']): Faults => ({
  ...(!checksFor(type).includes(check) && { check: said.noAgent }),
  ...(check === 'port' && !isWithin(port, LAST_PORT) && { port: said.portRule }),
  ...(asks(check) && !isWithin(minutes, LONGEST) && { minutes: said.minutesRule }),
});

/** The same as the API is told of it; nothing where it is as usual. */
export const readinessOf = ({ check, port, minutes }: Ready): { ready?: Readiness } =>
  check === 'running'
    ? {}
    : { ready: { check, ...(check === 'port' && { port: Number(port) }), minutes: asks(check) ? Number(minutes) : Number(usualReady.minutes) } };

/** What stands in the fields for one that the API told. */
export const readyOf = (ready: Readiness | undefined): Ready => ({
  check: ready?.check ?? usualReady.check,
  port: ready?.port ? String(ready.port) : usualReady.port,
  minutes: ready?.minutes ? String(ready.minutes) : usualReady.minutes,
});

/** When it is ready, in a few words. */
export function readyText({ check, port, minutes }: Readiness): string {
  const within = asks(check) && minutes ? said.within(minutes) : '';
  return `${check === 'port' ? said.when.port(port ?? 0) : said.when[check]}${within}`;
}
