import { useCallback, useEffect, useMemo, useState } from 'react';
import { useMe } from '@/features/access/rights';
import { problemOf } from '@/shared/api/problem';
import { type Draft, dropDraft, emptyDraft, keepDraft, readDraft } from './draft';
import { check } from './order';
import { type Faults, faultsOn, fieldOf, stepOf } from './rules';

export const LAST_EDITED = 3;

/** The draft, what is wrong with it, and what of that is to be shown. */
export function useDraft(type: Draft['type'] | null) {
  const { teams } = useMe();
  const [draft, setDraft] = useState<Draft>(() => {
    const read = readDraft();
    // Somebody else may have left the draft.
    const kept = { ...read, team: teams.includes(read.team) ? read.team : '' };
    return type === null || type === kept.type ? kept : { ...kept, type, template: '', node: '', storage: '' };
  });
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [tried, setTried] = useState<ReadonlySet<number>>(new Set());
  const [refused, setRefused] = useState<Faults>({});
  const [problem, setProblem] = useState<unknown>(null);
  const [checking, setChecking] = useState(false);
  useEffect(() => keepDraft(draft), [draft]);

  const set = useCallback((change: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...change }));
    setProblem(null);
    const changed = Object.keys(change);
    setRefused((before) =>
      Object.fromEntries(Object.entries(before).filter(([field]) => !changed.some((key) => field === key || field.startsWith(`${key}.`)))),
    );
  }, []);
  const touch = useCallback((field: string) => setTouched((before) => (before.has(field) ? before : new Set([...before, field]))), []);

  const faults = useMemo(() => {
    const own = Object.assign({}, ...[0, 1, 2, 3].map((step) => faultsOn(step, draft))) as Faults;
    return { ...refused, ...own };
  }, [draft, refused]);
  const on = useCallback((step: number): Faults => Object.fromEntries(Object.entries(faults).filter(([field]) => stepOf(field) === step)), [faults]);
  const errorOf = (field: string): string | undefined => (touched.has(field) || tried.has(stepOf(field)) || field in refused ? faults[field] : undefined);

  /** Takes what the server said against the fields that it named; answers the first step that has one. */
  const refuse = useCallback((error: unknown): number | null => {
    const named = Object.fromEntries(problemOf(error).errors.map(({ field, detail }) => [fieldOf(field), detail]));
    setRefused(named);
    setProblem(error);
    const steps = Object.keys(named).map(stepOf);
    return steps.length > 0 ? Math.min(...steps) : null;
  }, []);

  /** Whether a step may be left: nothing is wrong by our rules, and before the review by the server's. */
  const leave = async (step: number): Promise<boolean | number> => {
    setTried((before) => new Set([...before, step]));
    if (Object.keys(on(step)).length > 0) {
      return false;
    }
    if (step !== LAST_EDITED) {
      return true;
    }
    setChecking(true);
    try {
      await check(draft);
      setProblem(null);
      return true;
    } catch (error) {
      return refuse(error) ?? false;
    } finally {
      setChecking(false);
    }
  };

  const reset = () => {
    dropDraft();
    setDraft(emptyDraft());
    setTouched(new Set());
    setTried(new Set());
    setRefused({});
    setProblem(null);
  };
  return { draft, set, touch, errorOf, on, tried, leave, refuse, problem, checking, reset, restore: setDraft };
}

export type DraftState = ReturnType<typeof useDraft>;

/** What each step gets. */
export type StepProps = Pick<DraftState, 'draft' | 'set' | 'errorOf'>;
