import '../../components/account-provider/define.js';
import '../../components/security-phone-editor/define.js';
import {sampleService, sampleSession} from '../support/browser/sample-service.js';

const provider = document.createElement('account-provider');
provider.append(document.createElement('security-phone-editor'));
document.body.append(provider);
Object.assign(provider, {endpoint: sampleService(), fetchClientSecret: sampleSession});
