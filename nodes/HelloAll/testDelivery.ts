import type { IWebhookFunctions } from 'n8n-workflow';

import type { ReceivedDelivery } from '../shared/trigger/genuine';
import { saysUnregistered } from '../shared/trigger/liveness';
import { OwnAddress, SECRET_HEADER } from './ownAddress';
import { endTest } from './registration';

/** A test that waits for more messages answers after up to eight seconds; the provider gives up after ten. */
const TIMEOUT_MS = 9_000;

/** Tests that are being ended, by their address: deliveries that come meanwhile need not do it again. */
const ending = new Map<string, Promise<void>>();

/**
 * Hands a delivery on to the test that listens, where the registered address names one (see `register`). A test that is
 * over, because n8n was restarted or its end did not reach the provider, is taken out of the registered address.
 * @returns whether the test took it; what it did not take is the workflow's own
 */
export async function handOn(context: IWebhookFunctions, delivery: ReceivedDelivery): Promise<boolean> {
	const own = await OwnAddress.of(context);
	const test = own.testIn(delivery);
	if (test === undefined || test === own.plain) return false;
	const answer = await post(context, test, own.at(test).secret, delivery);
	if (answer === undefined) return false;
	if (answer.statusCode < 300) return true;
	if (saysUnregistered(answer)) await over(context, own, test);
	return false;
}

async function over(context: IWebhookFunctions, own: OwnAddress, test: string): Promise<void> {
	const known = ending.get(test);
	if (known) return await known;
	const end = endTest(context, own).catch((error: Error) => {
		context.logger.warn(`Could not remove the test URL from Hello All: ${error.message}`);
	});
	ending.set(test, end);
	await end.finally(() => ending.delete(test));
}

/** The delivery as it came, to another address of this n8n. Undefined when nothing answers there. */
async function post(
	context: IWebhookFunctions,
	url: string,
	secret: string,
	{ headers, rawBody }: ReceivedDelivery,
): Promise<{ statusCode: number; body: unknown } | undefined> {
	const type = headers['content-type'];
	try {
		return (await context.helpers.httpRequest({
			method: 'POST',
			url,
			body: rawBody ?? Buffer.alloc(0),
			headers: {
				...(typeof type === 'string' ? { 'Content-Type': type } : {}),
				[SECRET_HEADER]: secret,
			},
			timeout: TIMEOUT_MS,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
		})) as { statusCode: number; body: unknown };
	} catch {
		return undefined;
	}
}
