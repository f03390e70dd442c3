import {html, nothing, type TemplateResult} from 'lit';
import {problemText, supportLine} from '../../internal/problem-text.js';
import {notice} from '../../notice/notice.js';
import {stepList} from '../../step-list/step-list.js';
import type {View} from '../view.js';

export interface StepCard {
  /** Which of the three steps on the bar; none for a face beside the way. */
  readonly step?: 1 | 2 | 3;
  readonly heading: string | TemplateResult;
  readonly intro?: string | TemplateResult | undefined;
  /** False when a field tells the problem. */
  readonly tellsProblem?: boolean;
  readonly body?: unknown;
}

/** Draws what all steps have: where the operator is, what happens and why, what went wrong, the fields. */
export function stepCard(view: View, {step, heading, intro, tellsProblem = true, body}: StepCard): TemplateResult {
  const {texts, language, problem} = view;
  const {verify, change, done} = texts.securityPhoneChange.steps;
  const told = tellsProblem && problem ? problemText(problem, texts, language) : undefined;
  return html`
    ${step ? stepList([verify, change, done], step, texts.common) : nothing}
    <h2 id="heading" part="heading" tabindex="-1" aria-level=${view.headingLevel}>${heading}</h2>
    ${intro ? html`<p class="intro muted" part="intro">${intro}</p>` : nothing}
    ${told ? notice(told, problem && supportLine(problem, told, texts)) : nothing} ${body}
  `;
}
