import { use, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { problemOf } from '@/shared/api/problem';
import { useHindrance } from '@/shared/ui/useHindrance';
import { DraftOwner, readDraft } from './draft';
import type { Field, Options, Refusal, Secret } from './field';
import { controlOf, focusFirst, idOf, labelAt } from './focus';
import { around, isIn, pathOf, same, sentence, valueAt, withValue, type At, type Faults, type Path } from './paths';
import { useKept } from './useKept';
import { useUnsaved } from './unsaved';

export type { Field, Secret };

const nothing: never[] = [];
const without = (faults: Faults, path: string): Faults => Object.fromEntries(Object.entries(faults).filter(([each]) => !isIn(each, path)));

/** The values of a form, what is wrong with them, and how they are sent. */
export function useForm<V extends object, S extends keyof V & string = never, R = unknown>(options: Options<V, S, R>) {
  const { initial, secrets = nothing, check, send, done, refused: told, fieldOf = pathOf, draft, asks = false, why: own = null } = options;
  const id = useId();
  const who = use(DraftOwner);
  const hindrance = useHindrance('direttore');
  const why = own ?? hindrance;
  const [before] = useState(() => (draft ? readDraft(draft, who, initial) : { values: {}, restored: false, outdated: false }));
  const [changed, setChanged] = useState<Partial<V>>(before.values);
  const [restored, setRestored] = useState(before.restored);
  const [outdated, setOutdated] = useState(before.outdated);
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [labels, setLabels] = useState<Record<string, string | undefined>>({});
  const [wanted, setWanted] = useState<string[]>([]);
  const [pending, setPending] = useState(false);
  const [answer, setAnswer] = useState<R | undefined>(undefined);
  const [sent, setSent] = useState(false);
  const busy = useRef(false);

  const values = useMemo(() => ({ ...initial, ...changed }), [initial, changed]);
  const isChanged = (Object.keys(changed) as (keyof V)[]).some((key) => !same(changed[key], initial[key]));
  const faults = useMemo(() => ({ ...refusal?.faults, ...check?.(values) }), [refusal, check, values]);
  const isShown = (path: string) => around(path).some((each) => seen.has(each)) || path in (refusal?.faults ?? {});
  const shown = Object.fromEntries(Object.entries(faults).filter(([path]) => isShown(path)));

  const reset = useCallback(() => {
    setChanged({});
    setRestored(false);
    setOutdated(false);
    setSeen(new Set());
    setRefusal(null);
  }, []);
  const see = useCallback((paths: string[]) => setSeen((before) => (paths.every((path) => before.has(path)) ? before : new Set([...before, ...paths]))), []);
  const forgive = useCallback((path: string) => setRefusal((before) => before && { ...before, faults: without(before.faults, path) }), []);
  /** Changes several values at once. */
  const set = useCallback(
    (change: Partial<V>) => {
      setChanged((before) => ({ ...before, ...change }));
      Object.keys(change).forEach(forgive);
    },
    [forgive],
  );
  /** Changes several values of what stands at a place. */
  const setAt = useCallback(
    (place: string, change: object) => {
      const [key = ''] = place.split('.');
      setChanged((before) => {
        const all = Object.entries(change).reduce((now, [name, value]) => withValue(now, `${place}.${name}`, value), { ...initial, ...before });
        return { ...before, [key]: all[key as keyof V] };
      });
      Object.keys(change).forEach((name) => forgive(`${place}.${name}`));
    },
    [initial, forgive],
  );
  const put = (path: string, value: unknown) => {
    const [key = ''] = path.split('.');
    setChanged((before) => ({ ...before, [key]: withValue({ ...initial, ...before }, path, value)[key as keyof V] }));
    forgive(path);
    setSent(false);
    if (typeof value !== 'string') {
      see([path]);
    }
  };

  const forget = useKept(draft, who, initial, isChanged, changed, secrets);
  const discard = useCallback(() => {
    reset();
    forget();
  }, [reset, forget]);
  useUnsaved(id, asks && isChanged, discard);
  useEffect(() => {
    // Once what is wrong stands at them.
    focusFirst(id, wanted);
  }, [id, wanted]);

  const show = (paths: string[]) => {
    see(paths);
    setLabels(Object.fromEntries(paths.map((path) => [path, labelAt(id, path)])));
    setWanted([...paths]);
  };
  const refuse = (error: unknown) => {
    const has = options.has ?? ((path: string) => controlOf(id, path) !== null);
    const named = problemOf(error).errors.map(({ field, detail }) => ({ field, detail, path: fieldOf(field) }));
    const known = named.filter(({ path }) => has(path));
    const others = named.filter(({ path }) => !has(path)).map(({ field, detail }) => ({ field, detail }));
    setRefusal({ error, at: Date.now(), faults: Object.fromEntries(known.map(({ path, detail }) => [path, sentence(detail)])), others });
    show(known.map(({ path }) => path));
    told?.(known.map(({ path }) => path));
  };
  /** Does something with the values, once, where nothing is wrong with those that it is about; answers whether it was done. */
  const attempt = async (act: (values: V) => Promise<unknown>, typed: Partial<V> = {}, about: (path: string) => boolean = () => true): Promise<boolean> => {
    if (busy.current || why !== null) {
      return false;
    }
    const now = { ...values, ...typed };
    const wrong = Object.keys(check?.(now) ?? {}).filter(about);
    setRefusal(null);
    setLabels({});
    setSent(false);
    if (wrong.length > 0) {
      show(wrong);
      return false;
    }
    busy.current = true;
    setPending(true);
    try {
      await act(now);
      return true;
    } catch (error) {
      refuse(error);
      return false;
    } finally {
      busy.current = false;
      setPending(false);
    }
  };
  const submit = (typed: Partial<V> = {}) =>
    attempt(async (now) => {
      const got = await send(now, { ...changed, ...typed });
      forget();
      setAnswer(got);
      await done?.(got);
      reset();
      setSent(true);
    }, typed);

  const fieldAt = (path: string): Field<unknown> => {
    const inner = Object.entries(shown).find(([each]) => isIn(each, path));
    return { id: idOf(id, path), name: path, value: valueAt(values, path), set: (value) => put(path, value), left: () => see([path]), error: inner?.[1] };
  };
  return {
    id,
    values,
    set,
    setAt,
    /** The field at a place. */
    at: <P extends Exclude<Path<V>, S>>(path: P) => fieldAt(path) as Field<At<V, P>>,
    /** The field of a secret. */
    secret: (path: S) => ({ ...(fieldAt(path) as Field<string>), secret: true }) satisfies Secret,
    isChanged,
    faults,
    shown,
    labels,
    attempt,
    submit,
    reset,
    discard,
    pending,
    why,
    /** Why it was refused; null when it was not. */
    refusal,
    /** What was answered last. */
    answer,
    /** Whether it was sent and nothing was typed since. */
    sent,
    restored,
    /** Whether something of the draft was left out, as it has been changed elsewhere since. */
    outdated,
  };
}
