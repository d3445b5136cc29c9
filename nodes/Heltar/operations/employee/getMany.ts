import { simplify, toggle } from '../../../../core/fields/basic';
import { collection } from '../../../../core/fields/containers';
import { returnAllOrLimit } from '../../../../core/fields/returnAll';
import { defineOperation } from '../../../../core/run/operation';
import { employeeList, listOf } from '../../lists';
import { simplifiedEmployee } from '../../simplified';

/** Heltar API, "Fetch business employees": all at once. */
export const getMany = defineOperation({
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many team members',
	description: 'Get the people of the team who work with the Heltar inbox',
	effect: 'read',
	fields: {
		...returnAllOrLimit(),
		simplify: simplify(),
		options: collection({
			fields: {
				includeDeleted: toggle({
					displayName: 'Include Deleted',
					description: 'Whether people who were removed from the team are included',
				}),
			},
		}),
	},
	request: ({ options }) => employeeList(options.includeDeleted ? { includeDeleted: true } : undefined),
	output: (data, { limit: most, simplify: simple }) => {
		const team = listOf(data).slice(0, most);
		return simple ? team.map(simplifiedEmployee) : team;
	},
});
