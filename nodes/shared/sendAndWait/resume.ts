import type { IWebhookDescription, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { apiKeyOf } from '../../../core/http/account';
import type { ProviderHttp } from '../../../core/http/providerHttp';
import type { QuestionChannel } from './ask';
import { PAGE_HEADERS, questionPage, textPage } from './page';
import type { Submitted } from './page';
import type { Question } from './question';
import type { Response } from './submission';
import { readSubmission } from './submission';
import { personKey, readToken } from './token';

/** The two ways into a waiting execution, under n8n's signed address: a link that is opened, and an answer. */
export const resumeWebhooks: IWebhookDescription[] = (['GET', 'POST'] as const).map((httpMethod) => ({
	name: 'default',
	httpMethod,
	responseMode: 'onReceived',
	responseData: '',
	path: '={{ $nodeId }}',
	restartWebhook: true,
	isFullPath: true,
}));

/** A tap, as a trigger hands it on. */
export interface Tap {
	/** The id of the button or row. */
	token: string;
	/** Number of the customer; null when it is hidden. */
	from: string | null;
	userId: string | null;
	/** What stood on the button. */
	text: string;
}

/** What becomes of a tap that reaches the execution. */
export interface Verdict {
	counts: boolean;
	/** What whoever answered is to be told. */
	confirmation?: string;
}

/** What the editor shows at a node that waits. */
export const waitingNodeTooltip = 'The execution continues when the person answers';

/** Takes an answer in, or shows the page for it. n8n has checked its own signature of the address before. */
export async function resume(
	context: IWebhookFunctions,
	{ http }: Pick<QuestionChannel, 'http'>,
): Promise<IWebhookResponseData> {
	const question = openQuestion(context);
	const body = (context.getBodyData() ?? {}) as { tap?: Tap } & Submitted;
	if (context.getRequestObject().method === 'GET') {
		return answerWith(context, pageOf(question));
	}
	if (body.tap) return await takeTap(context, http, body.tap, question);
	if (!question || !onPage(question)) return answerWith(context, pageOf(question));
	const read = readSubmission(question, body, new Date().toISOString());
	if ('problem' in read) return answerWith(context, questionPage(question, body, read.problem), 400);
	context.getResponseObject().set(PAGE_HEADERS);
	return { ...goOn(read.response), webhookResponse: textPage(question.thanks ?? THANKS) };
}

/** What is being asked; undefined when the address is that of a question before. */
function openQuestion(context: IWebhookFunctions): Question | undefined {
	const question = context.getNodeParameter('question', null) as Question | null;
	const { question: id } = context.getQueryData() as { question?: unknown };
	return question !== null && question.id === id ? question : undefined;
}

function pageOf(question: Question | undefined): string {
	if (!question) return textPage(OVER);
	return onPage(question) ? questionPage(question) : textPage(IN_CHAT);
}

const OVER = 'This question is no longer open.';
const THANKS = 'Thank you. Your answer has been recorded, and this page can be closed.';
const IN_CHAT = 'Please answer this question in WhatsApp.';

const onPage = ({ answers, fields }: Question) => answers !== undefined || fields !== undefined;

async function takeTap(
	context: IWebhookFunctions,
	http: ProviderHttp,
	tap: Tap,
	question: Question | undefined,
): Promise<IWebhookResponseData> {
	// Without a verdict, as n8n itself answers for an execution that is over.
	if (!question) return answerTap(context, {});
	const token = readToken(tap.token);
	const counts =
		token?.isGenuine(await apiKeyOf(context, http)) === true &&
		token.nodeId === context.getNode().id &&
		token.question === question.id &&
		mayAnswer(token.people, tap) &&
		!onPage(question);
	if (!counts) return answerTap(context, { counts });
	const response: Response = {
		approved: token.kind === 'choose' ? null : token.kind === 'approve',
		choice: token.choice,
		text: tap.text,
		from: tap.from ?? tap.userId,
		respondedAt: new Date().toISOString(),
	};
	const verdict: Verdict = { counts, confirmation: question.confirmation };
	return { ...goOn(response), webhookResponse: verdict };
}

/** Whether a tap comes from one of those whose answer counts. */
export const mayAnswer = (people: readonly string[], { from, userId }: Pick<Tap, 'from' | 'userId'>) =>
	[from, userId].some((id) => id !== null && people.includes(personKey(id)));

const goOn = (response: Response) => ({
	workflowData: [[{ json: response, pairedItem: { item: 0 } }]],
});

function answerTap(context: IWebhookFunctions, verdict: Partial<Verdict>): IWebhookResponseData {
	context.getResponseObject().status(200).json(verdict);
	return { noWebhookResponse: true };
}

function answerWith(context: IWebhookFunctions, html: string, status = 200): IWebhookResponseData {
	context.getResponseObject().status(status).set(PAGE_HEADERS).send(html);
	return { noWebhookResponse: true };
}
