import { Refused } from '../../../../core/http/errors';
import { defineOperation } from '../../../../core/run/operation';
import { shortLinkFields } from '../../shortLink';
import { endpoints } from '../../endpoints';

/** Heltar API, "Create short link": `{dataHash}`. */
export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create a short link',
	description:
		'Create a short link whose clicks Heltar counts. The output holds only its code, in <code>dataHash</code>. The full link is <code>https://DOMAIN/CODE</code>, where DOMAIN is your link domain or, if you have none, the API host. If the destination already has a short link, that one is returned and the other settings are ignored.',
	effect: 'send',
	fields: shortLinkFields(),
	run: async (body, { call }) =>
		await call({ endpoint: endpoints.createLink, body }).catch((error: unknown) => {
			throw isClash(error) ? withAdvice(error) : error;
		}),
});

const isClash = (error: unknown): error is Refused =>
	error instanceof Refused && error.details.httpStatus === 409;

const withAdvice = ({ message, details }: Refused) =>
	new Refused(message, { ...details, advice: 'The code was taken. Try again, or choose a longer code.' });
