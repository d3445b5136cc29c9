import type { Person } from '../core/people.ts';
import type { Catalog } from '../platform/interactive.ts';
import { templateKey } from '../platform/templates.ts';
import { attributesOf, type AttributeDefinition } from './attributes.ts';
import { seedBots } from './botSeeds.ts';
import { contactsOf, newContact } from './contact.ts';
import { employeesOf, type Employee } from './employees.ts';
import { seedGroups } from './group.ts';
import type { HeltarWorld } from './settings.ts';
import { templatesOf } from './templates.ts';
import { TEMPLATES } from './templateSeeds.ts';

const DAY_MS = 86_400_000;

const ATTRIBUTES: AttributeDefinition[] = [
	{ fieldKey: 'email', dataType: 'text' },
	{ fieldKey: 'city', dataType: 'text' },
	{ fieldKey: 'age', dataType: 'numerical' },
	{ fieldKey: 'plan', dataType: 'dropdown', dropdownOptions: ['Basic', 'Plus', 'Pro'] },
	{ fieldKey: 'tags', dataType: 'tags', tagOptions: ['vip', 'new', 'wholesale', 'newsletter'] },
];

type ContactSeed = [
	number: string,
	name: string,
	attributes: Record<string, unknown>,
	change?: Partial<Person>,
];

const CONTACTS: ContactSeed[] = [
	['919800000101', 'Asha Verma', { city: 'Pune', age: 34, plan: 'Plus', tags: ['vip'] }],
	['919800000102', 'Rohan Mehta', { city: 'Mumbai', age: 41, plan: 'Basic' }],
	[
		'919800000103',
		'Meera Iyer',
		{ city: 'Chennai', email: 'meera@example.com', tags: ['new', 'newsletter'] },
	],
	['447700900123', 'Dana Field', { city: 'Leeds', plan: 'Pro' }],
	['919800000105', 'Vikram Blocked', { city: 'Delhi' }, { blocked: true }],
	['919800000106', 'Sunita Opted-out', { city: 'Jaipur' }, { optedIn: false }],
	['919800000107', 'Kabir', { city: 'Goa' }, { hidesNumber: true, username: 'kabir.sails' }],
];

type EmployeeSeed = [id: number, name: string, email: string, change?: Partial<Employee>];

const EMPLOYEES: EmployeeSeed[] = [
	[11, 'Priya Nair', 'priya@example.com', { role: 'ADMIN' }],
	[12, 'Arjun Rao', 'arjun@example.com'],
	[13, 'Leela Das', 'leela@example.com', { isActive: false }],
	[14, 'New Colleague', 'new.colleague@example.com', { status: 'invited', isActive: false }],
	[15, 'Former Colleague', 'former@example.com', { isActive: false, deletedAt: 0 }],
];

const CATALOG: Catalog = {
	id: '700100200300',
	products: [
		{ retailerId: 'SKU-7', name: 'Blue cup', price: '349.00', currency: 'INR' },
		{ retailerId: 'SKU-8', name: 'Green cup', price: '349.00', currency: 'INR' },
		{ retailerId: 'SKU-9', name: 'Tea pot', price: '1299.00', currency: 'INR' },
	],
};

/** A small business as it might look after a year with Heltar. Every name and number is made up. */
export function seed(world: HeltarWorld): void {
	const now = Date.now();
	const templates = templatesOf(world);
	TEMPLATES.forEach(({ status = 'APPROVED', ...template }, index) =>
		templates.put(templateKey(template.name, template.language), {
			...template,
			id: String(300000000000001 + index),
			status,
			...(status === 'REJECTED' && { rejected_reason: 'SCAM' }),
			updatedAt: now - (30 - index) * DAY_MS,
		}),
	);
	for (const definition of ATTRIBUTES) attributesOf(world).put(definition.fieldKey, definition);
	CONTACTS.forEach(([number, name, attributes, change = {}], index) => {
		const person = world.people.save({ ...world.people.resolve(number), name, ...change });
		contactsOf(world).put(number, { ...newContact(person, now - (index + 2) * DAY_MS), attributes });
	});
	EMPLOYEES.forEach(([id, name, email, change = {}], index) =>
		employeesOf(world).put(email, {
			id,
			name,
			email,
			status: 'active',
			isActive: true,
			role: 'AGENT',
			updatedAt: now - index * DAY_MS,
			...change,
			...(change.deletedAt !== undefined && { deletedAt: now - DAY_MS }),
		}),
	);
	seedGroups(world, now);
	world.collection<Catalog>('catalogs').put(CATALOG.id, CATALOG);
	seedBots(world, now);
}
