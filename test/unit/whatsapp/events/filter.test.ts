import type { WhatsAppEvent } from '../../../../whatsapp/events/event';
import { type EventFilter, filterProblem, matches } from '../../../../whatsapp/events/filter';
import { cloud, CUSTOMER, message, readOne, status } from './read';

const EVENTS = {
	text: readOne(message({ type: 'text', text: { body: 'Where is my Order 17?' } })),
	image: readOne(message({ type: 'image', image: { id: 'm' } })),
	group: readOne(message({ type: 'text', group_id: 'g1' })),
	hidden: readOne(message({ from: undefined, from_user_id: 'IN.9000000001', type: 'text' })),
	unreadable: readOne(message({})),
	echo: readOne(
		cloud({ message_echoes: [{ to: CUSTOMER, id: 'e', type: 'text', text: { body: 'Order sent' } }] }),
	),
	sent: readOne(status({ status: 'sent' })),
	failed: readOne(status({ status: 'failed' })),
	groupRead: readOne(
		status({
			status: 'read',
			recipient_id: 'g1',
			recipient_type: 'group',
			recipient_participant_id: CUSTOMER,
		}),
	),
	template: readOne(cloud({ event: 'APPROVED' }, 'message_template_status_update')),
	account: readOne(cloud({ event: 'DISABLED_UPDATE' }, 'account_update')),
	error: readOne({ errors: [{ code: 1 }] }),
	payment: readOne(status({ type: 'payment' })),
	unknown: readOne('words'),
} satisfies Record<string, WhatsAppEvent>;

type Name = keyof typeof EVENTS;

const ALL = ['message', 'status', 'template', 'account', 'error', 'unknown'];
const MESSAGES: Name[] = ['text', 'image', 'group', 'hidden', 'unreadable'];
const WITHOUT_CUSTOMER: Name[] = ['template', 'account', 'error', 'unknown'];

function passing(filter: EventFilter): Name[] {
	return (Object.keys(EVENTS) as Name[]).filter((name) => matches(EVENTS[name], filter));
}

describe('chosen events', () => {
	it('are inbound messages by default', () => {
		expect(passing({})).toEqual(MESSAGES);
		expect(passing({ events: [] })).toEqual(MESSAGES);
	});

	it('may be all: then only echoes are left out', () => {
		expect(passing({ events: ALL })).toEqual(Object.keys(EVENTS).filter((name) => name !== 'echo'));
		expect(passing({ events: ALL, echoes: true })).toEqual(Object.keys(EVENTS));
	});

	it('may be narrowed by message type and status value, each for its own kind', () => {
		expect(passing({ types: ['image'] })).toEqual(['image']);
		expect(passing({ events: ['status'], statuses: ['failed'] })).toEqual(['failed']);
		expect(
			passing({ events: ['message', 'status', 'template'], types: ['image'], statuses: ['failed'] }),
		).toEqual(['image', 'failed', 'template']);
	});
});

describe('senders', () => {
	it.each([['+91 0000 000123'], ['0091-0000-000123'], [CUSTOMER]])('may be allowed as %s', (number) => {
		expect(passing({ allow: [number] })).toEqual(['text', 'image', 'group', 'unreadable']);
	});

	it('may be allowed by user id', () => {
		expect(passing({ allow: ['IN.9000000001'] })).toEqual(['hidden']);
	});

	it('may be blocked, even when allowed', () => {
		expect(passing({ block: [CUSTOMER] })).toEqual(['hidden']);
		expect(passing({ allow: [CUSTOMER, 'IN.9000000001'], block: [`+${CUSTOMER}`] })).toEqual(['hidden']);
	});

	it('of statuses and echoes are those who were written to, in groups the member', () => {
		expect(passing({ events: ['status'], allow: [CUSTOMER] })).toEqual(['sent', 'failed', 'groupRead']);
		expect(passing({ echoes: true, types: ['text'], allow: ['910000000999'] })).toEqual([]);
		expect(passing({ echoes: true, block: [CUSTOMER] })).not.toContain('echo');
	});

	it('do not decide over what has none', () => {
		expect(passing({ events: ALL, allow: ['910000000999'] })).toEqual(WITHOUT_CUSTOMER);
		expect(passing({ events: ['unknown'], block: [CUSTOMER] })).toEqual(['unknown']);
	});
});

describe('texts', () => {
	it.each<[EventFilter['text'], boolean]>([
		[{ mode: 'contains', value: 'order' }, true],
		[{ mode: 'contains', value: 'order', caseSensitive: true }, false],
		[{ mode: 'contains', value: '' }, true],
		[{ mode: 'startsWith', value: 'where' }, true],
		[{ mode: 'startsWith', value: 'order' }, false],
		[{ mode: 'exact', value: ' where is my order 17? ' }, true],
		[{ mode: 'exact', value: 'where' }, false],
		[{ mode: 'regex', value: String.raw`order \d+\?$` }, true],
		[{ mode: 'regex', value: String.raw`order \d+\?$`, caseSensitive: true }, false],
		[{ mode: 'regex', value: '(' }, true],
	])('%j', (text, isWanted) => {
		expect(matches(EVENTS.text, { text })).toBe(isWanted);
	});

	it('decide over messages only', () => {
		expect(passing({ events: ['message', 'status'], text: { mode: 'contains', value: 'order' } })).toEqual([
			'text',
			'sent',
			'failed',
			'groupRead',
		]);
	});

	it('that are no pattern are told beforehand', () => {
		expect(filterProblem({ text: { mode: 'regex', value: '(' } })).toMatch(/regular expression/i);
		expect(filterProblem({ text: { mode: 'regex', value: '(a)' } })).toBeNull();
		expect(filterProblem({ text: { mode: 'contains', value: '(' } })).toBeNull();
		expect(filterProblem({})).toBeNull();
	});
});

describe('conversations', () => {
	it('may be direct or in groups', () => {
		const events = ['message', 'status', 'account'];
		expect(passing({ events, conversation: 'group' })).toEqual(['group', 'groupRead', 'account']);
		expect(passing({ events, conversation: 'direct' })).toEqual([
			...MESSAGES.filter((name) => name !== 'group'),
			'sent',
			'failed',
			'account',
		]);
		expect(passing({ conversation: 'any' })).toEqual(MESSAGES);
	});
});
