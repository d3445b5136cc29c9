import { randomBytes } from 'crypto';
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { SEND_AND_WAIT_OPERATION, WAIT_INDEFINITELY } from 'n8n-workflow';

import { apiKeyOf } from '../../../core/http/account';
import type { ProviderHttp } from '../../../core/http/providerHttp';
import type { RequestSpec } from '../../../core/http/request';
import type { Field, FieldRecord } from '../../../core/fields/field';
import { withoutUndefined } from '../../../core/fields/omit';
import { hint } from '../../../core/run/hint';
import { demandOfN8n, demandSignedAddress } from '../../../core/run/n8nVersion';
import type { Operation, Tools } from '../../../core/run/operation';
import { defineOperation } from '../../../core/run/operation';
import type { Interactive } from '../../../whatsapp/interactive';
import { isSamePerson } from '../../../whatsapp/sameNumber';
import type { Asked } from './fields';
import { questionFields } from './fields';
import type { Delivery } from './answerTrigger';
import { findListener, waitingPath } from './answerTrigger';
import type { LinkedQuestion, Question } from './question';
import { answersOf, byLink, fieldsOf, inChat } from './question';
import { personKey, writeToken } from './token';
import { withToolInput } from './toolInput';

/** How a provider sends questions, and where the answers come in. */
export interface QuestionChannel {
	http: ProviderHttp;
	/** The recipient's parameter. */
	recipient: { name: string; field: Field<string> };
	/** Sends a question. @returns what comes out while the execution waits. @throws BadInput, Refused, NoUsableResponse */
	ask(tools: Tools, to: string, content: Interactive | LinkedQuestion): Promise<IDataObject>;
	/** The request that sends a plain text. */
	text(to: string, words: string): RequestSpec;
	/** Where the provider delivers to; undefined when the account cannot say. */
	deliveries(tools: Tools): Promise<Delivery[] | undefined>;
}

/**
 * Asks a person in WhatsApp and lets the execution wait for the answer. n8n knows the operation by its value: it makes
 * a "human review" tool for AI agents of it.
 */
export const defineSendAndWait = (channel: QuestionChannel): Operation =>
	defineOperation({
		value: SEND_AND_WAIT_OPERATION,
		name: 'Send and Wait for Response',
		action: 'Send a message and wait for response',
		description: 'Ask someone a question inside the 24-hour window, and pause the workflow until they answer',
		fields: {
			[channel.recipient.name]: channel.recipient.field,
			...questionFields(channel.recipient.field),
		} as FieldRecord,
		effect: 'send',
		singleItem: 'an execution can wait for only one answer. Put a Loop Over Items node before it.',
		run: async (values, tools) =>
			await ask(channel, values[channel.recipient.name] as string, values as Asked, tools),
	});

/** Few questions of one node in one execution have to be told apart, and a token has little room. */
const QUESTION_ID_BYTES = 3;

async function ask(channel: QuestionChannel, to: string, given: Asked, tools: Tools): Promise<IDataObject[]> {
	const { context } = tools;
	const asked = { ...given, message: withToolInput(context, given.message) };
	demandOfN8n(context, 'Send and Wait for Response', 'getSignedResumeUrl', 'putExecutionToWait');
	const { alsoAsk = [], answersFrom, waitHours } = asked.options;
	// Nobody is asked twice, however their number is written.
	const everybody = [to, ...alsoAsk].filter(
		(person, at, all) => all.findIndex((other) => isSamePerson(other, person)) === at,
	);
	const id = randomBytes(QUESTION_ID_BYTES).toString('base64url');
	const content = await contentOf(channel, { ...asked, id }, answersFrom ?? everybody, tools);

	const sent: IDataObject[] = [];
	const failures: Array<{ person: string; error: unknown }> = [];
	for (const person of everybody) {
		try {
			sent.push(await channel.ask(tools, person, content));
		} catch (error) {
			failures.push({ person, error });
		}
	}
	if (sent.length === 0) throw failures[0]?.error;
	for (const { person, error } of failures) {
		hint(context, `Sending the question to ${person} failed: ${(error as Error).message}`);
	}
	leaveForTheTimeLimit(context, asked, { id, ...questionOf(asked, to) });
	demandSignedAddress(context);
	await context.putExecutionToWait(
		waitHours === undefined ? WAIT_INDEFINITELY : new Date(Date.now() + waitHours * 3_600_000),
	);
	return sent;
}

async function contentOf(
	channel: QuestionChannel,
	asked: Asked & { id: string },
	people: string[],
	tools: Tools,
) {
	const { context } = tools;
	const resumeUrl = new URL(context.getSignedResumeUrl({ question: asked.id }));
	if (asked.answerThrough !== 'chat') {
		answersOf(asked);
		return byLink(asked, resumeUrl.href);
	}
	const apiKey = await apiKeyOf(context, channel.http);
	const provider = channel.http.name;
	const { id: listener, doubt } = findListener(await channel.deliveries(tools), {
		provider,
		resumeUrl,
		apiKey,
	});
	if (doubt !== undefined) hint(context, doubt);
	const waiting = {
		path: waitingPath(resumeUrl),
		executionId: context.getExecutionId(),
		nodeId: context.getNode().id,
		question: asked.id,
		signature: resumeUrl.searchParams.get('signature') ?? '',
		listener,
		people: people.map(personKey),
	};
	return inChat(asked, ({ kind, choice }) => writeToken({ ...waiting, kind, choice }, apiKey));
}

function questionOf(asked: Asked, to: string): Omit<Question, 'id'> {
	const { message, answerThrough, responseType, options } = asked;
	const { confirmation, submitLabel, thanks } = options;
	const page = answerThrough === 'chat' ? {} : { submitLabel, thanks, ...pageOf(asked) };
	const isText = responseType === 'freeText' || undefined;
	return withoutUndefined({ to, message, isText, confirmation, ...page });
}

const pageOf = (asked: Asked) =>
	asked.answerThrough === 'link' ? { answers: answersOf(asked) } : { fields: fieldsOf(asked) };

/**
 * At the time limit n8n lets the item of this node's input go on. That item must not be taken for an answer, least of
 * all one that brought `approved: true` along from a question before; so what goes on is a result of its own. n8n
 * keeps it with the execution, in every process and over restarts.
 */
function leaveForTheTimeLimit(context: IExecuteFunctions, { responseType }: Asked, question: Question): void {
	const json = { ...noAnswer(responseType === 'approval'), timedOut: true, question } as unknown;
	const waiting = context.getExecuteData();
	// n8n switches the node that waited off in its list of steps. Another step of the same node, for an agent that
	// wants to use two tools at once, must not be switched off with it.
	waiting.node = { ...waiting.node };
	waiting.data.main = [[{ json: json as IDataObject, pairedItem: { item: 0 } }]];
}

const noAnswer = (isApproval: boolean) => ({
	approved: isApproval ? false : null,
	choice: null,
	text: null,
	from: null,
	respondedAt: null,
});
