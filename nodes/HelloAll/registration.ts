import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import type { AlternativeRequests } from '../../core/http/alternativeRequests';
import { isAlternatives, isUnknownRoute, firstAvailable } from '../../core/http/alternativeRequests';
import { BadInput, Refused } from '../../core/http/errors';
import type { RequestSpec } from '../../core/http/request';
import { call } from '../../core/http/exchange';
import { isAdmitted } from '../../whatsapp/events/admit';
import { filterOf } from '../shared/trigger/fields';
import { assertFilter } from '../shared/trigger/filter';
import type { Registration } from '../shared/trigger/genuine';
import { isUnregisteredHere, livenessOf } from '../shared/trigger/liveness';
import { readFields } from '../shared/trigger/parameters';
import { assertReachable } from '../shared/trigger/reachable';
import { bestEffort } from '../shared/webhook/bestEffort';
import { helloAll, styleOf } from './http';
import type { Replaced } from './ownAddress';
import { isSealed, OwnAddress, SECRET_HEADER, shownAddress, tokenIn } from './ownAddress';
import { fields, REPLACE_LABEL } from './triggerFields';
import type { Registered } from './webhook';
import { deleteWebhookCall, registered, setWebhookCall } from './webhook';

/*
 * A number has one webhook. Registering means taking it from whoever has it, so everything here turns on one
 * question: whose is the one that is registered?
 *
 * That is style `v1`. In style `meta` no call for it is known: people paste the address of the node into the panel.
 */

type Hook = IHookFunctions | IWebhookFunctions;

const isByHand = async (hook: IHookFunctions) => (await styleOf(hook)) === 'meta';

export async function isRegistered(hook: IHookFunctions): Promise<boolean> {
	// Never, so that `register` looks at the filter.
	if (await isByHand(hook)) return false;
	const own = await OwnAddress.of(hook);
	const before = await registered(callsOf(hook));
	return before.state === 'set' && own.isCurrent(before.url);
}

export async function register(hook: IHookFunctions): Promise<boolean> {
	const { options, ...values } = readFields(hook, fields);
	assertFilter(filterOf(values, options));
	if (await isByHand(hook)) {
		await assertReachable(hook, helloAll, hook.getNodeWebhookUrl('default') as string);
		return true;
	}
	const own = await OwnAddress.of(hook);
	await assertReachable(hook, helloAll, own.plain);
	const calls = callsOf(hook);
	const before = await registered(calls);
	if (before.state === 'set' && (await mayHandOn(hook, own, before.url))) {
		await calls.call(settingAgain(own.withTest(before.url, own.plain)));
		return true;
	}
	const replaced = await replacedFor(hook, own, before, options.replace ?? false);
	const test = before.state === 'set' && own.isThisNode(before.url) ? own.testOf(before.url) : undefined;
	await calls.call(setTo(own, { replaced, test }));
	return true;
}

/** Takes back exactly what `register` did: what was replaced is put back, unless it is a dead address of this n8n. */
export async function unregister(hook: IHookFunctions): Promise<boolean> {
	if (await isByHand(hook)) return true;
	const own = await OwnAddress.of(hook);
	const calls = callsOf(hook);
	const before = await registered(calls);
	if (before.state === 'none') return true;
	if (before.state === 'unclear') {
		// Unread, it may be somebody else's by now: only a request that names our address is safe.
		await calls.call(deleteWebhookCall(own.full(), false)).catch((error: unknown) => {
			if (!isUnknownRoute(error)) throw error;
		});
		return true;
	}
	const { url } = before;
	if (!own.isThisNode(url)) {
		if (own.testOf(url) === own.plain) await endTest(hook, own.at(url));
		return true;
	}
	const restored = await restorable(hook, own, own.replacedBy(url));
	const test = own.testOf(url);
	if (test !== undefined && (await livenessOf(hook, test)) === 'registered') {
		// The test that listens goes on, by itself.
		await calls.call(setTo(own.at(test), { replaced: restored }));
		return true;
	}
	if (isSealed(restored)) throw lost();
	await calls.call(
		restored ? setWebhookCall(restored.url, restored.headers ?? {}) : deleteWebhookCall(url, true),
	);
	return true;
}

/** Registers an address of this n8n anew without the test it handed its deliveries on to. */
export async function endTest(hook: Hook, own: OwnAddress): Promise<void> {
	const calls = callsOf(hook);
	const before = await registered(calls);
	if (before.state !== 'set' || !own.isThisNode(before.url)) return;
	if (own.testOf(before.url) === undefined) return;
	await calls.call(settingAgain(own.withTest(before.url)));
}

/** What is registered for this node; undefined when the account says that it is not, or says nothing. */
export async function registrationOf(hook: Hook): Promise<Registration | undefined> {
	const own = await OwnAddress.of(hook);
	const calls = callsOf(hook, bestEffort());
	const before = await registered(calls);
	if (before.state !== 'set' || !own.isThisNode(before.url)) return undefined;
	const { url, headers } = before;
	const registeredTokens = [tokenIn(url), headers?.[SECRET_HEADER]];
	return {
		carries: (delivery) =>
			OwnAddress.tokensIn(delivery).some((token) =>
				registeredTokens.some((one) => isAdmitted(one ?? '', token)),
			),
		renew: async () => await calls.call(setTo(own, { replaced: own.replacedBy(url), test: own.testOf(url) })),
	};
}

const setTo = (address: OwnAddress, parts: Parameters<OwnAddress['full']>[0]): RequestSpec =>
	setWebhookCall(address.full(parts), { [SECRET_HEADER]: address.secret });

/** The same for an address that is registered already. */
const settingAgain = (address: string): RequestSpec =>
	setWebhookCall(address, { [SECRET_HEADER]: tokenIn(address) ?? '' });

/**
 * A test leaves the number to the workflow that is published on this n8n, whose trigger hands on what comes in. Should n8n
 * stop in the middle of the test, or the provider not answer at its end, the published workflow receives all the same.
 */
async function mayHandOn(hook: IHookFunctions, own: OwnAddress, url: string): Promise<boolean> {
	return (
		hook.getMode() === 'manual' && own.isOfOtherMode(url) && (await livenessOf(hook, url)) === 'registered'
	);
}

/**
 * What to put back later. @throws BadInput when the webhook is not ours to take
 */
async function replacedFor(
	hook: IHookFunctions,
	own: OwnAddress,
	before: Registered,
	mayReplace: boolean,
): Promise<Replaced | undefined> {
	if (before.state === 'none') return undefined;
	if (before.state === 'unclear') {
		if (mayReplace) return undefined;
		throw refusal(
			'this account cannot show whether another webhook is registered',
			'Turning this option on replaces whatever is registered, and that is not restored when you unpublish this workflow. If another system uses this number, note its webhook first.',
		);
	}
	const { url, headers } = before;
	const isTest = hook.getMode() === 'manual';
	// A test takes its own production address away for a moment; the other way round the test is over.
	if (own.isSibling(url)) return isTest && !own.isThisNode(url) ? { url, headers } : own.replacedBy(url);
	if (own.isSameN8n(url)) {
		if (await isUnregisteredHere(hook, url)) return await restorable(hook, own, own.replacedBy(url));
		if (isTest || mayReplace) return { url, headers };
		throw refusal(
			`another published workflow on this n8n already receives the messages of this number: ${shownAddress(url)}`,
		);
	}
	if (!mayReplace) throw refusal(`another system's webhook is registered: ${shownAddress(url)}`);
	return { url, headers };
}

/** The webhook to put back: addresses of this n8n that are dead by now give way to what they had replaced. */
async function restorable(
	hook: IHookFunctions,
	own: OwnAddress,
	replaced: Replaced | undefined,
): Promise<Replaced | undefined> {
	if (!replaced || isSealed(replaced) || !own.isSameN8n(replaced.url)) return replaced;
	if (!(await isUnregisteredHere(hook, replaced.url))) return replaced;
	return await restorable(hook, own, own.replacedBy(replaced.url));
}

const refusal = (
	problem: string,
	advice = 'Unpublish or remove the other one, or turn this option on to replace it until you unpublish this workflow.',
) =>
	new BadInput(
		`it is off, and ${problem}`,
		[
			{ name: 'options', label: 'Options' },
			{ name: 'replace', label: REPLACE_LABEL },
		],
		`A number can have only one webhook. ${advice}`,
	);

/** n8n shows the message alone. */
const lost = () =>
	new Refused(
		'The webhook that this workflow replaced could not be restored, because the API key of the credential has changed since. Hello All still sends events to this workflow: set the other system’s webhook in the Hello All panel.',
	);

function callsOf(hook: Hook, how: Partial<RequestSpec> = {}) {
	const memory = new Map<string, number>();
	const once = async (spec: RequestSpec) => await call(hook, helloAll, { effect: 'never', ...spec, ...how });
	return {
		call: async (request: RequestSpec | AlternativeRequests) =>
			isAlternatives(request) ? (await firstAvailable(request, memory, once)).result : await once(request),
	};
}
