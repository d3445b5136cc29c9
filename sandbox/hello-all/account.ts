import { z } from 'zod';
import { business } from './business.ts';
import { filled, readGetJson, readJson, validate, type Handler } from './body.ts';
import { meta } from './codes.ts';
import { missing } from './errors.ts';
import type { HelloAllWorld } from './settings.ts';

export const getPhoneNumber: Handler = (c) =>
	c.json({
		phone_number: business.displayPhoneNumber,
		phone_number_id: business.phoneNumberId,
		waba_id: business.wabaId,
		verified_name: business.name,
		quality_rating: 'GREEN',
		messaging_limit: 'TIER_10K',
		status: 'CONNECTED',
	});

export const getUser: Handler = (c) =>
	c.json({
		success: true,
		data: {
			user_id: 'u-2041',
			name: 'Ravi Kumar',
			email: 'ravi@example.com',
			company: business.name,
			role: 'owner',
			timezone: 'Asia/Kolkata',
		},
	});

const numbers = { landline_number: filled.optional(), mobile_number: filled.optional() };
const reachable = (value: { landline_number?: string; mobile_number?: string }) =>
	value.landline_number !== undefined || value.mobile_number !== undefined;
const NEEDS_NUMBER = { path: ['mobile_number'], error: 'a landline or mobile number is required' };

/** WhatsApp Business API, compliance information of businesses in India. */
const compliance = z
	.strictObject({
		entity_name: filled,
		entity_type: filled,
		entity_type_custom: filled.optional(),
		is_registered: z.boolean().optional(),
		customer_care_details: z.strictObject({ email: filled, ...numbers }).refine(reachable, NEEDS_NUMBER),
		grievance_officer_details: z
			.strictObject({ name: filled, email: filled, ...numbers })
			.refine(reachable, NEEDS_NUMBER),
	})
	.superRefine(({ entity_type: type, entity_type_custom: custom, is_registered: registered }, context) => {
		const need = (field: string) =>
			context.addIssue({ code: 'custom', path: [field], message: 'is required' });
		if (type === 'Other' && custom === undefined) need('entity_type_custom');
		if (['Partnership', 'Other'].includes(type) && registered === undefined) need('is_registered');
	});

const stored = (world: HelloAllWorld) => world.collection<z.infer<typeof compliance>>('compliance');

export const readCompliance: Handler = (c, world) =>
	c.json({ settings: { business: { compliance_info: stored(world).get('current') ?? {} } }, meta });

export const updateCompliance: Handler = async (c, world) => {
	stored(world).put('current', validate(await readJson(c), compliance));
	return c.json({ meta });
};

/** The collection's own way: a GET that updates when it has a body. */
export const readOrUpdateCompliance: Handler = async (c, world) => {
	const value = await readGetJson(c);
	if (value === undefined) return await readCompliance(c, world);
	if (value === null) throw missing('The request has no body');
	stored(world).put('current', validate(value, compliance));
	return c.json({ meta });
};
