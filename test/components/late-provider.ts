import '../../components/security-phone-editor/define.js';
import {sampleService, sampleSession} from '../support/browser/sample-service.js';

const provider = document.createElement('account-provider');
const editor = document.createElement('security-phone-editor');
provider.append(editor);
document.body.append(provider);
await editor.updateComplete;
await import('../../components/account-provider/define.js');
Object.assign(provider, {endpoint: sampleService(), fetchClientSecret: sampleSession});
