import { randomBytes } from 'node:crypto';
import type { HeltarWorld } from './settings.ts';

/** A WhatsApp group of the business. Times are Unix milliseconds. */
export interface Group {
	/** Base64-like; the key. */
	id: string;
	subject: string;
	description: string;
	joinApprovalMode: 'approval_required' | 'auto_approve';
	/** Numbers. */
	participants: string[];
	joinRequests: Array<{ id: string; number: string; at: number }>;
	/** End of the link people join by. */
	invite: string;
	createdAt: number;
}

export const groupsOf = (world: HeltarWorld) => world.collection<Group>('groups');

type Given = Pick<Group, 'subject'> & Partial<Group>;

export const newGroup = (given: Given): Group => ({
	id: randomBytes(24).toString('base64'),
	description: '',
	joinApprovalMode: 'auto_approve',
	participants: [],
	joinRequests: [],
	invite: randomBytes(11).toString('base64url'),
	createdAt: Date.now(),
	...given,
});

const DAY_MS = 86_400_000;

/** Two groups of the business: one anybody may join, and one with people who asked to. */
export function seedGroups(world: HeltarWorld, now: number): void {
	const groups = [
		newGroup({
			id: 'Y2FwaV9ncm91cDprdXRjaGVuX3Byb2plY3Q=',
			subject: 'Kitchen project',
			description: 'Everything about the new kitchen',
			participants: ['919800000101', '919800000102'],
			invite: 'KitchenProject',
			createdAt: now - 20 * DAY_MS,
		}),
		newGroup({
			id: 'Y2FwaV9ncm91cDp3aG9sZXNhbGVfY2lyY2xl',
			subject: 'Wholesale circle',
			joinApprovalMode: 'approval_required',
			participants: ['919800000103'],
			joinRequests: [
				{ id: 'join-1', number: '447700900123', at: now - 3 * DAY_MS },
				{ id: 'join-2', number: '919800000102', at: now - 2 * DAY_MS },
			],
			invite: 'WholesaleCircle',
			createdAt: now - 10 * DAY_MS,
		}),
	];
	for (const group of groups) groupsOf(world).put(group.id, group);
}
