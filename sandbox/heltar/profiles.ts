import type { Hono } from 'hono';
import { z } from 'zod';
import { addressOf } from '../core/people.ts';
import type { SandboxEnv } from '../core/provider.ts';
import { answer, ApiError, heltarRoutes, readBody } from './answers.ts';
import { clientNotFound, contactsOf, findContact, masterId, type Contact } from './contact.ts';
import type { HeltarWorld } from './settings.ts';

/** A person, who may write on several channels; each of these is a contact. */
interface Profile {
	id: string;
	primaryPhone: string | null;
	email: string | null;
	attributes: Record<string, unknown>;
}

const LEAST_DIGITS = 7;

const change = z.strictObject({
	email: z
		.email()
		.transform((email) => email.toLowerCase())
		.nullish(),
	primaryPhone: z
		.string()
		.transform((phone) => phone.replace(/\D/g, ''))
		.refine((digits) => digits.length >= LEAST_DIGITS, `must have at least ${LEAST_DIGITS} digits`)
		.nullish(),
	attributes: z.record(z.string(), z.unknown()).optional(),
});

/** `/v1/clients/{clientWaNumber}/profile`. */
export function profileRoutes(world: HeltarWorld): Hono<SandboxEnv> {
	const app = heltarRoutes();
	const path = '/heltar/v1/clients/:number/profile';

	app.get(path, (c) => {
		const contact = findContact(world, c.req.param('number'));
		const none = { masterClientId: null, primaryPhone: null, email: null, attributes: {}, channels: [] };
		return answer(
			c,
			'Successfully retrieved client profile',
			contact ? show(world, profileOf(world, contact)) : none,
		);
	});

	app.put(path, async (c) => {
		const { attributes = {}, ...wanted } = await readBody(c, change);
		const contact = findContact(world, c.req.param('number'));
		if (!contact) throw clientNotFound(c.req.param('number'));
		const own = profileOf(world, contact);
		const owner = otherOwner(world, own, wanted);
		const changed: Profile = {
			...own,
			...(wanted.email !== undefined && { email: wanted.email }),
			...(wanted.primaryPhone !== undefined && { primaryPhone: wanted.primaryPhone }),
			attributes: { ...own.attributes, ...attributes },
		};
		// Of two profiles that become one, the values of the one that was there win.
		const saved: Profile = owner
			? {
					id: owner.id,
					email: owner.email ?? changed.email,
					primaryPhone: owner.primaryPhone ?? changed.primaryPhone,
					attributes: { ...changed.attributes, ...owner.attributes },
				}
			: changed;
		profilesOf(world).put(saved.id, saved);
		if (owner) moveContacts(world, own.id, saved.id);
		return answer(c, 'Client profile updated successfully', show(world, saved));
	});

	return app;
}

const profilesOf = (world: HeltarWorld) => world.collection<Profile>('profiles');

function profileOf(world: HeltarWorld, contact: Contact): Profile {
	const id = masterId(contact);
	const { number, hidesNumber } = world.people.resolve(contact.number);
	const primaryPhone = !hidesNumber && /^\d+$/.test(number) ? number : null;
	return profilesOf(world).get(id) ?? { id, primaryPhone, email: null, attributes: {} };
}

/** The other profile that has the email or the phone already; two different ones cannot both be merged into. */
function otherOwner(
	world: HeltarWorld,
	own: Profile,
	wanted: { email?: string | null; primaryPhone?: string | null },
): Profile | undefined {
	const others = contactsOf(world)
		.all()
		.map((contact) => profileOf(world, contact))
		.filter(({ id }) => id !== own.id);
	const byEmail = others.find(({ email }) => email !== null && email === wanted.email);
	const byPhone = others.find(
		({ primaryPhone }) => primaryPhone !== null && primaryPhone === wanted.primaryPhone,
	);
	if (byEmail && byPhone && byEmail.id !== byPhone.id)
		throw new ApiError(400, 'This email address is already linked to another contact');
	return byEmail ?? byPhone;
}

function moveContacts(world: HeltarWorld, from: string, to: string): void {
	const contacts = contactsOf(world);
	for (const contact of contacts.all())
		if (masterId(contact) === from) contacts.put(contact.number, { ...contact, profileId: to });
}

function show(world: HeltarWorld, profile: Profile) {
	const channels = contactsOf(world)
		.all()
		.filter((contact) => masterId(contact) === profile.id)
		.map((contact) => {
			const clientWaNumber = addressOf(world.people.resolve(contact.number));
			return {
				clientWaNumber,
				channel: channelOf(clientWaNumber),
				username: contact.username,
				latestMessageTimestamp: contact.latestMessage && new Date(contact.latestMessage.at).toISOString(),
			};
		});
	const { id, primaryPhone, email, attributes } = profile;
	return { masterClientId: id, primaryPhone, email, attributes, channels };
}

function channelOf(clientWaNumber: string): 'whatsapp' | 'rcs' | 'web' | 'other' {
	const [, suffix] = clientWaNumber.split('@');
	if (suffix === undefined) return 'whatsapp';
	return suffix === 'rcs' || suffix === 'web' ? suffix : 'other';
}
