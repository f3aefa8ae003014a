import { guestTexts } from '@/features/guests/texts';
import { type ApiProblem, problemOf } from '@/shared/api/problem';
import type { Item } from './bulkStore';

const TRIES = 5;
const PAUSE = 700;

const isUnanswered = ({ type, passing }: ApiProblem) => type === 'no-answer' || type === 'timeout' || (type === 'not-understood' && passing);

/** What is known of an order that was refused, or of which nothing was heard. */
export const notOrdered = (problem: ApiProblem): Partial<Item> =>
  isUnanswered(problem) ? { outcome: 'unknown', reason: guestTexts.bulk.unanswered } : { outcome: 'failed', reason: problem.detail };

/** Sends an order again with its key until it is answered, or has been sent often. */
export async function answered<T>(send: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await send();
    } catch (error) {
      if (tries === TRIES || !isUnanswered(problemOf(error))) {
        throw error;
      }
      await new Promise((again) => setTimeout(again, PAUSE * 2 ** tries));
    }
  }
}
