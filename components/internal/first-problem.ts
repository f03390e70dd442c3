import type {FirstScreenTexts} from '../locales/en.first-screen.js';

/** Says what went wrong in the few words that are there from the beginning. */
export function firstProblem(reason: string, {firstProblems}: FirstScreenTexts): string {
  return Object.hasOwn(firstProblems, reason)
    ? firstProblems[reason as keyof typeof firstProblems]
    : firstProblems.UNEXPECTED;
}
