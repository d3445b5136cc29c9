import { defineOperation } from '../../../../core/run/operation';
import { innerOr } from '../../answers';
import { getComplianceCall } from '../../compliance';
import { classicOnly, undocumented, notAvailable } from '../../fields';

/** WhatsApp's on-premises form, with method and path that the Hello All collection gives for the update. */
export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get the compliance data',
	description: classicOnly(undocumented('Get the compliance data stored for a business in India')),
	effect: 'read',
	fields: {},
	request: () => getComplianceCall(notAvailable('reading the compliance data')),
	output: (answer) => innerOr(answer, 'settings.business.compliance_info'),
});
