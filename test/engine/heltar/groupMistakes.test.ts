import { eachMistake } from './eachMistake';

eachMistake({
	'a group by its name': {
		resource: 'group',
		operation: 'get',
		parameters: { groupId: { mode: 'id', value: 'Kitchen project' } },
		message: 'Group: "Kitchen project" is not a group ID',
		advice: /long string of letters and digits/,
	},
	'a group that does not exist': {
		resource: 'group',
		operation: 'getInviteLink',
		parameters: { groupId: { mode: 'id', value: 'Y2FwaV9ncm91cDoxMjM0NTY3ODkwMTIz' } },
		message: 'Group not found',
		onTheWire: true,
	},
	'a subject of 129 characters': {
		resource: 'group',
		operation: 'create',
		parameters: { subject: 'x'.repeat(129) },
		message: 'Subject: 129 characters, the maximum is 128',
	},
	'a description of 2049 characters': {
		resource: 'group',
		operation: 'update',
		parameters: {
			groupId: { mode: 'id', value: 'Y2FwaV9ncm91cDoxMjM0NTY3ODkwMTIz' },
			change: 'description',
			description: 'x'.repeat(2049),
		},
		message: 'Description: 2049 characters, the maximum is 2048',
	},
	'no join request': {
		resource: 'group',
		operation: 'approveJoinRequests',
		parameters: {
			groupId: { mode: 'id', value: 'Y2FwaV9ncm91cDoxMjM0NTY3ODkwMTIz' },
			joinRequests: ' , ',
		},
		message: 'Join Requests: none added, the minimum is 1',
	},
	'a key that may only read groups': {
		resource: 'group',
		operation: 'resetInviteLink',
		parameters: { groupId: { mode: 'id', value: 'Y2FwaV9ncm91cDoxMjM0NTY3ODkwMTIz' } },
		given: async ({ key }) => await key({ scopes: ['groups:read'] }),
		message: 'API key does not have the required scope (groups:write)',
		onTheWire: true,
	},
});
