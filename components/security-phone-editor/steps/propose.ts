import {html, type TemplateResult} from 'lit';
import {checkPhone, formatNational} from '../../../src/index.js';
import {actionButton} from '../../action-button/action-button.js';
import {problemText} from '../../internal/problem-text.js';
import {nameOf, phoneField} from '../../phone-field/phone-field.js';
import {entered} from '../../text-field/text-field.js';
import type {At, View} from '../view.js';
import {stepCard} from './step-card.js';

/** The new number. */
export function propose(view: View, {account, phone}: At<'propose'>): TemplateResult {
  const {texts, language, flow, busy, action, problem} = view;
  const words = texts.securityPhoneChange.propose;
  const regions = account.phoneRegions;
  const aboutPhone = problem?.reason.startsWith('PHONE_') && problem.reason !== 'PHONE_CHANGE_COOLDOWN';
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const chosen = entered(event, 'region');
    const checked = checkPhone(entered(event, 'phone'), regions, chosen);
    if (checked.ok) {
      const {region, number} = checked;
      view.act('submit', () => flow.propose({region, number}));
      return;
    }
    const listed = regions.find(({region}) => region === chosen);
    const {example} = listed ?? {example: ''};
    const message = texts.phone.problems[listed ? checked.problem : 'regionNotListed'];
    view.refuse({
      field: 'phone',
      message: message({
        region: listed ? nameOf(listed, texts) : chosen,
        digits: example.length,
        example: formatNational(example, chosen),
      }),
    });
  };
  return stepCard(view, {
    step: 2,
    heading: words.heading,
    intro: words.intro,
    tellsProblem: !aboutPhone,
    body: html`
      <form novalidate @submit=${send}>
        ${phoneField({
          regions,
          phone,
          region: view.region,
          choose: (region) => view.chooseRegion(region),
          texts,
          problem: view.fault?.message ?? (problem && aboutPhone ? problemText(problem, texts, language) : undefined),
        })}
        <div class="actions" part="actions">
          ${actionButton({label: texts.common.cancel, resting: busy, press: () => view.act('leave', () => flow.leave())})}
          ${actionButton({
            label: words.send,
            doing: texts.common.sending,
            kind: 'primary',
            type: 'submit',
            working: busy && action === 'submit',
            resting: busy,
          })}
        </div>
      </form>
    `,
  });
}
