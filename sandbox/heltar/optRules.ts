import type { Hono } from 'hono';
import { z } from 'zod';
import type { SandboxEnv } from '../core/provider.ts';
import { templateKey } from '../platform/templates.ts';
import { answer, ApiError, heltarRoutes, readBody } from './answers.ts';
import type { HeltarWorld } from './settings.ts';
import { templatesOf } from './templates.ts';

const rule = z.strictObject({
	condition: z.enum(['isEqualTo', 'contains', 'startsWith', 'endsWith']),
	value: z.string().trim().min(1),
	nextIs: z.enum(['AND', 'OR']),
});
const body = z.strictObject({
	optOutRules: z.array(rule),
	optInRules: z.array(rule),
	templatePayload: z
		.strictObject({ templateName: z.string().min(1), languageCode: z.string().min(1) })
		.optional(),
});

type Rule = z.infer<typeof rule>;
export type OptRules = z.infer<typeof body>;

const KEY = 'current';
const rulesOf = (world: HeltarWorld) => world.collection<OptRules>('optRules');

/** What the account has set; undefined until somebody sets it. */
export const optRulesOf = (world: HeltarWorld): OptRules | undefined => rulesOf(world).get(KEY);

/** `PUT /v1/business/opt-rules`: the whole set is replaced. */
export function optRuleRoutes(world: HeltarWorld): Hono<SandboxEnv> {
	const app = heltarRoutes();
	app.put('/heltar/v1/business/opt-rules', async (c) => {
		const rules = await readBody(c, body);
		const { templatePayload: template } = rules;
		if (template && !templatesOf(world).get(templateKey(template.templateName, template.languageCode)))
			throw new ApiError(400, 'templatePayload: template not found');
		rulesOf(world).put(KEY, rules);
		return answer(c, 'Opt rules updated successfully');
	});
	return app;
}

/** The words of an account that has set no rules. */
const words = (...values: string[]): Rule[] =>
	values.map((value) => ({ condition: 'isEqualTo', value, nextIs: 'OR' }));
const USUAL: OptRules = {
	optOutRules: words('stop', 'unsubscribe'),
	optInRules: words('start', 'subscribe'),
};

const TESTS: Record<Rule['condition'], (text: string, value: string) => boolean> = {
	isEqualTo: (text, value) => text === value,
	contains: (text, value) => text.includes(value),
	startsWith: (text, value) => text.startsWith(value),
	endsWith: (text, value) => text.endsWith(value),
};

/** Strictly left to right: each rule is joined with what came before it by the `nextIs` of the one before. */
function fits(rules: Rule[], text: string): boolean {
	const [first, ...others] = rules;
	if (!first) return false;
	const test = ({ condition, value }: Rule) => TESTS[condition](text, value.toLowerCase());
	let joinedBy = first.nextIs;
	let result = test(first);
	for (const next of others) {
		result = joinedBy === 'AND' ? result && test(next) : result || test(next);
		joinedBy = next.nextIs;
	}
	return result;
}

/** Whether a customer's text opts them out or in; undefined when it says nothing about that. */
export function optedInBy(world: HeltarWorld, text: string): boolean | undefined {
	const { optOutRules, optInRules } = optRulesOf(world) ?? USUAL;
	const said = text.trim().toLowerCase();
	if (fits(optOutRules, said)) return false;
	return fits(optInRules, said) ? true : undefined;
}
