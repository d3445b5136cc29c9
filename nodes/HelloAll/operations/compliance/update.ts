import { when } from '../../../../core/fields/field';
import { text, toggle } from '../../../../core/fields/basic';
import { withoutEmpty } from '../../../../core/fields/omit';
import { defineOperation } from '../../../../core/run/operation';
import { orSuccess } from '../../answers';
import { customerCareField, grievanceOfficerField, updateComplianceCall } from '../../compliance';
import { classicOnly } from '../../fields';

const KINDS = [
	'Limited Liability Partnership',
	'Sole Proprietorship',
	'Partnership',
	'Public Company',
	'Private Company',
	'Other',
];
/** Kinds that may or may not be registered. */
const OPEN_KINDS = ['Partnership', 'Other'];

/** Hello All collection: Update Compliance Info (Indian Users). */
export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update the compliance data',
	description: classicOnly(
		'Store the compliance data of a business in India. This replaces everything stored before, so fill in all of it.',
	),
	effect: 'send',
	fields: {
		entity_name: text({
			displayName: 'Entity Name',
			placeholder: 'e.g. Example Stores Pvt Ltd',
			description: 'Legal name of the business',
			trim: true,
		}),
		entity_type: text({
			displayName: 'Entity Type',
			placeholder: 'e.g. Private Company',
			description: `Legal form of the business: ${KINDS.join(', ')}`,
			default: 'Private Company',
			trim: true,
		}),
		entity_type_custom: when(
			{ entity_type: ['Other'] },
			text({
				displayName: 'Custom Entity Type',
				placeholder: 'e.g. Trust',
				description: 'Legal form of the business in your own words, if Entity Type is Other',
				trim: true,
			}),
		),
		is_registered: when(
			{ entity_type: OPEN_KINDS },
			toggle({ displayName: 'Registered', description: 'Whether the business is registered' }),
		),
		customer_care_details: customerCareField(),
		grievance_officer_details: grievanceOfficerField(),
	},
	request: (values) => updateComplianceCall(withoutEmpty(values)),
	output: orSuccess,
});
