import { createHash, createHmac } from 'crypto';

import { isAdmitted } from '../../../whatsapp/events/admit';
import { webhookKey } from '../webhook/address';

/**
 * The way home of an answer. A reply button or a row of a list carries it as its id, so nothing has to be remembered:
 * whoever is handed the tap knows which execution waits for it, and can prove that this n8n asked
 * (docs/decisions/0006).
 */
export interface Token {
	/** Path of n8n's waiting webhooks up to the execution, such as `/webhook-waiting`. */
	path: string;
	executionId: string;
	/** The last part of the path: the id of the node that asked. */
	nodeId: string;
	/** Which of the questions this node asked in this execution, see `Question`. */
	question: string;
	/** n8n's own signature of the address, which opens it. */
	signature: string;
	/** The trigger that answers for it, see `listenerId`; empty where none is known. */
	listener: string;
	/** Whose answer counts, see `personKey`. */
	people: readonly string[];
	kind: AnswerKind;
	/** What was chosen, in the workflow's words. */
	choice: string;
}

export type AnswerKind = 'approve' | 'decline' | 'choose';

const MARK = 'n8n1';
const KINDS: Record<AnswerKind, string> = { approve: 'a', decline: 'd', choose: 'c' };
const USUAL_PATH = '/webhook-waiting';
const MAC_BYTES = 16;
const PERSON_LENGTH = 6;

/** Writes a token, signed with a key derived from the API key. */
export function writeToken(token: Token, apiKey: string): string {
	const { path, executionId, nodeId, question, signature, listener, people, kind, choice } = token;
	const facts = [
		MARK,
		word(executionId),
		word(nodeId),
		question,
		path === USUAL_PATH ? '' : word(path),
		listener,
		people.join(''),
		KINDS[kind],
		word(signature),
	].join('.');
	return `${facts}.${mac(facts, choice, apiKey)}.${choice}`;
}

/** A token as it came back. */
export interface ReadToken extends Token {
	/** Whether it was signed with a key derived from this one. */
	isGenuine(apiKey: string): boolean;
}

/** Reads what looks like a token. */
export function readToken(id: unknown): ReadToken | undefined {
	if (typeof id !== 'string' || !id.startsWith(`${MARK}.`)) return undefined;
	const parts = id.split('.');
	const [, executionId = '', nodeId = '', question = '', path = '', listener = '', people = ''] = parts;
	const [kind, signature = '', given] = parts.slice(7);
	const choice = parts.slice(10).join('.');
	const known = (Object.keys(KINDS) as AnswerKind[]).find((one) => KINDS[one] === kind);
	if (parts.length < 11 || !known) return undefined;
	const facts = parts.slice(0, 9).join('.');
	return {
		executionId: unword(executionId),
		nodeId: unword(nodeId),
		question,
		path: path === '' ? USUAL_PATH : unword(path),
		listener,
		people: people.match(new RegExp(`.{${PERSON_LENGTH}}`, 'g')) ?? [],
		kind: known,
		signature: unword(signature),
		choice,
		isGenuine: (apiKey) => isAdmitted(mac(facts, choice, apiKey), given),
	};
}

function mac(facts: string, choice: string, apiKey: string): string {
	const key = createHmac('sha256', apiKey).update('send and wait').digest();
	const digest = createHmac('sha256', key).update(`${facts}.${choice}`).digest();
	return digest.subarray(0, MAC_BYTES).toString('base64url');
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const HEX = /^[0-9a-f]{64}$/;

/** Ids and signatures in as few characters as they need, none of them a dot. */
function word(text: string): string {
	if (/^\d+$/.test(text)) return text;
	if (UUID.test(text)) return `u${Buffer.from(text.replace(/-/g, ''), 'hex').toString('base64url')}`;
	if (HEX.test(text)) return `h${Buffer.from(text, 'hex').toString('base64url')}`;
	return `t${Buffer.from(text, 'utf8').toString('base64url')}`;
}

function unword(written: string): string {
	const bytes = Buffer.from(written.slice(1), 'base64url');
	switch (written[0]) {
		case 'u':
			return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
		case 'h':
			return bytes.toString('hex');
		case 't':
			return bytes.toString('utf8');
		default:
			return written;
	}
}

const NUMBER = /^\+?\d+$/;
/** The last digits stay the same where a country writes its numbers in two ways (Mexico, Brazil, Argentina). */
const LASTING_DIGITS = 8;

/** What a person is known by inside a token: by the end of the number, or by the user id. */
export function personKey(id: string): string {
	const lasting = NUMBER.test(id) ? id.slice(-LASTING_DIGITS) : id;
	return createHash('sha256').update(lasting).digest('base64url').slice(0, PERSON_LENGTH);
}

/** What a trigger is known by inside a token. */
export const listenerId = (webhookUrl: string): string =>
	createHash('sha256').update(webhookKey(webhookUrl)).digest('base64url').slice(0, PERSON_LENGTH);
