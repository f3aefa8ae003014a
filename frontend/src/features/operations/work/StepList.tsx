import { Text } from '@mantine/core';
import { IconArrowBackUp, IconCircle, IconCircleCheckFilled, IconCircleXFilled, IconPlayerPlayFilled } from '@tabler/icons-react';
import { operationTexts } from '@/features/operations/texts';
import type { Operation } from '@/shared/api/types';
import { span } from '@/shared/format/time';
import { useNow } from '@/shared/format/useNow';
import { OperationProgress } from './OperationProgress';
import styles from './StepList.module.css';
import { secondsOf, stepName, waitingWords } from './words';

const icons = { pending: IconCircle, running: IconPlayerPlayFilled, done: IconCircleCheckFilled, failed: IconCircleXFilled, undone: IconArrowBackUp };

/** The steps of an operation: what was done and how long it took, what is under way, what is to come. */
export function StepList({ operation }: { operation: Operation }) {
  const now = useNow();
  // It may wait before it begins.
  const waits = operation.waiting && !operation.steps.some(({ state }) => state === 'running');
  return (
    <>
      {waits && (
        <Text size="sm" mb="xs">
          {waitingWords(operation, now)}
        </Text>
      )}
      <ol className={styles.list} aria-label={operationTexts.stepsTitle}>
        {operation.steps.map((step) => {
          const Icon = icons[step.state];
          const seconds = secondsOf(step.started, step.finished, now);
          return (
            <li key={step.name} className={styles.step} data-state={step.state} aria-current={step.state === 'running' ? 'step' : undefined}>
              <span className={styles.icon} aria-hidden>
                <Icon size={22} />
              </span>
              <Text fw={step.state === 'running' ? 650 : 500}>{stepName(step.name)}</Text>
              <Text size="sm">
                {operationTexts.stepStates[step.state]}
                {seconds !== null && ` · ${span(seconds)}`}
              </Text>
              {step.state === 'running' && (
                <div className={styles.below}>
                  <OperationProgress operation={operation} />
                  {operation.waiting && <Text size="sm">{waitingWords(operation, now)}</Text>}
                </div>
              )}
            </li>
          );
        })}
      </ol>
    </>
  );
}
