import type { IHookFunctions } from 'n8n-workflow';

import type { Routes } from '../../core/http/routes';
import { isRoutes, isUnknownRoute, firstSupported } from '../../core/http/routes';
import { BadInput } from '../../core/http/errors';
import type { RequestSpec } from '../../core/http/request';
import { call } from '../../core/http/exchange';
import { filterOf } from '../shared/trigger/fields';
import { assertFilter } from '../shared/trigger/filter';
import { isUnregisteredHere } from '../shared/trigger/liveness';
import { readFields } from '../shared/trigger/parameters';
import { refuseUnreachable } from '../shared/trigger/reachable';
import { helloAll } from './http';
import { OwnAddress, SECRET_HEADER } from './ownAddress';
import type { ReplacedWebhook } from './replacedWebhook';
import { fields, REPLACE_LABEL } from './triggerFields';
import type { Registered } from './webhook';
import { deleting, registered, setting } from './webhook';

/*
 * A number has one webhook. Registering means taking it from whoever has it, so everything here turns on one
 * question: whose is the one that is registered?
 */

export async function isRegistered(hook: IHookFunctions): Promise<boolean> {
	const own = await OwnAddress.of(hook);
	const before = await registered(callsOf(hook));
	return before.state === 'set' && own.isCurrent(before.url);
}

export async function register(hook: IHookFunctions): Promise<boolean> {
	const { options, ...values } = readFields(hook, fields);
	assertFilter(filterOf(values, options));
	const own = await OwnAddress.of(hook);
	await refuseUnreachable(hook, helloAll, own.plain);
	const calls = callsOf(hook);
	const before = await registered(calls);
	const replaced = await judge(hook, own, before, options.replace ?? false);
	await calls.call(setting(own.full(replaced), { [SECRET_HEADER]: own.secret }));
	return true;
}

/** Takes back exactly what `register` did: what was replaced is put back, unless it is a dead address of this n8n. */
export async function unregister(hook: IHookFunctions): Promise<boolean> {
	const own = await OwnAddress.of(hook);
	const calls = callsOf(hook);
	const before = await registered(calls);
	if (before.state === 'none') return true;
	if (before.state === 'unclear') {
		// Unread, it may be somebody else's by now: only a request that names our address is safe.
		await calls.call(deleting(own.full(), false)).catch((error: unknown) => {
			if (!isUnknownRoute(error)) throw error;
		});
		return true;
	}
	if (!own.isThisNode(before.url)) return true;
	const restored = await stillWanted(hook, own, own.replacedBy(before.url));
	await calls.call(restored ? setting(restored.url, restored.headers ?? {}) : deleting(before.url, true));
	return true;
}

/**
 * What to put back later. @throws BadInput when the webhook is not ours to take
 */
async function judge(
	hook: IHookFunctions,
	own: OwnAddress,
	before: Registered,
	mayReplace: boolean,
): Promise<ReplacedWebhook | undefined> {
	if (before.state === 'none') return undefined;
	if (before.state === 'unclear') {
		if (mayReplace) return undefined;
		throw refusal('this account cannot show whether another webhook is registered');
	}
	const { url, headers } = before;
	const isTest = hook.getMode() === 'manual';
	// A test takes its own production address away for a moment; the other way round the test is over.
	if (own.isSibling(url)) return isTest && !own.isThisNode(url) ? { url, headers } : own.replacedBy(url);
	if (own.isSameN8n(url)) {
		if (await isUnregisteredHere(hook, url)) return await stillWanted(hook, own, own.replacedBy(url));
		if (isTest || mayReplace) return { url, headers };
		throw refusal(`another active workflow of this n8n already receives the messages of this number: ${url}`);
	}
	if (!mayReplace) throw refusal(`another system's webhook is registered: ${url}`);
	return { url, headers };
}

/** The webhook to put back: addresses of this n8n that are dead by now give way to what they had replaced. */
async function stillWanted(
	hook: IHookFunctions,
	own: OwnAddress,
	replaced: ReplacedWebhook | undefined,
): Promise<ReplacedWebhook | undefined> {
	if (!replaced || !own.isSameN8n(replaced.url)) return replaced;
	if (!(await isUnregisteredHere(hook, replaced.url))) return replaced;
	return await stillWanted(hook, own, own.replacedBy(replaced.url));
}

const refusal = (problem: string) =>
	new BadInput(
		`is off, and ${problem}`,
		[
			{ name: 'options', label: 'Options' },
			{ name: 'replace', label: REPLACE_LABEL },
		],
		'A number has only one webhook. Deactivate the other one, or switch this option on to take its place; it is put back when this workflow is deactivated.',
	);

function callsOf(hook: IHookFunctions) {
	const memory = new Map<string, number>();
	const once = async (spec: RequestSpec) => await call(hook, helloAll, { effect: 'never', ...spec });
	return {
		call: async (request: RequestSpec | Routes) =>
			isRoutes(request) ? (await firstSupported(request, memory, once)).result : await once(request),
	};
}
