import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import '../components/account-provider/define.js';
import '../components/security-phone-editor/define.js';
import {sampleSession, sampleService} from '../test/support/browser/sample-service.js';

export default {
  title: 'Account provider',
  component: 'account-provider',
} satisfies Meta;

/** Begins at the beginning, with a service in the page that always says yes. Any six digits are the right code. */
export const WholeFlow: StoryObj = {
  render: () => html`
    <account-provider endpoint=${sampleService()} .fetchClientSecret=${sampleSession}>
      <security-phone-editor></security-phone-editor>
    </account-provider>
  `,
};

/** A service that cannot be spoken to: the elements say so, the console says why, and `account-error` is fired. */
export const EndpointCannotBeUsed: StoryObj = {
  render: () => html`
    <account-provider endpoint="http://plain.example/" session-url="/account-session">
      <security-phone-editor></security-phone-editor>
    </account-provider>
  `,
};

/** The portal's own words for all elements inside. */
export const WithMessages: StoryObj = {
  render: () => html`
    <account-provider
      endpoint=${sampleService()}
      .fetchClientSecret=${sampleSession}
      .messages=${{
        en: {overview: {heading: 'How we reach you', change: 'New number'}},
        'zh-CN': {overview: {heading: '联系方式', change: '更换号码'}},
      }}
    >
      <security-phone-editor></security-phone-editor>
    </account-provider>
  `,
};
