import type {AccountError} from '../../src/index.js';
import type {Texts} from '../locales/en.js';
import {duration} from './format.js';

/** What is told of a problem: an `AccountError` fits. */
export type ToldProblem = Pick<AccountError, 'reason' | 'requestId'> &
  Partial<Pick<AccountError, 'retryAfter' | 'attemptsLeft'>>;

/** Says what went wrong and what to do now. */
export function problemText(problem: ToldProblem, texts: Texts, language: string): string {
  const {reason, retryAfter, attemptsLeft} = problem;
  const said = Object.hasOwn(texts.problems, reason) ? texts.problems[reason] : texts.problems.UNEXPECTED;
  if (typeof said === 'string') return said;
  return said({
    attemptsLeft,
    wait: retryAfter === undefined ? undefined : duration(Math.ceil(retryAfter), language),
  });
}

/** The line for customer service; only where the operator can do nothing about the problem. */
export function supportLine({requestId}: ToldProblem, message: string, texts: Texts): string | undefined {
  return requestId && message === texts.firstProblems.UNEXPECTED ? texts.common.supportId(requestId) : undefined;
}
