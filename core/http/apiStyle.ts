import type { Route } from './endpoint';
import { BadInput } from './errors';
import type { Account } from './providerHttp';
import type { RequestSpec } from './request';

/** The call that stands for an endpoint in another API style of the provider. */
export interface OtherCall {
	route: Route;
	/** The parts of the request that have another form there. */
	request?(spec: RequestSpec): Partial<RequestSpec>;
}

/** Why an account cannot make a call, as a sentence, and what the user can do. */
export interface MissingCall {
	missing: string;
	advice?: string;
}

/** What an account calls in place of an endpoint's usual route. */
export type AccountCall = Route | OtherCall | MissingCall;

/** The account has no such call: nothing was sent. */
export class NotOffered extends BadInput {
	constructor({ missing, advice }: MissingCall) {
		super(missing, [], advice);
		this.name = 'NotOffered';
	}
}

/** A request as this account makes it. @throws NotOffered */
export function requestOf({ calls = {} }: Account, spec: RequestSpec): RequestSpec {
	const { name } = spec.endpoint;
	const call = calls[name];
	if (call === undefined) return spec;
	if (typeof call === 'string') return { ...spec, endpoint: { name, route: call } };
	if ('missing' in call) throw new NotOffered(call);
	return { ...spec, ...call.request?.(spec), endpoint: { name, route: call.route } };
}
