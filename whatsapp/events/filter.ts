import type { Search } from '../pattern/search';
import { compilePattern } from '../pattern/search';
import { UnboundedPattern } from '../pattern/syntax';
import type { WhatsAppEvent } from './event';
import { mayChoose } from './optMark';
import { contactId } from '../recipient';
import { comparableId } from '../sameNumber';

export interface TextFilter {
	mode: 'contains' | 'startsWith' | 'exact' | 'regex';
	/** What to look for; for `regex` the pattern without slashes. An empty value restricts nothing. */
	value: string;
	/** Off by default: people write as they like. */
	caseSensitive?: boolean;
}

/**
 * What the user chose. A list left out or empty restricts nothing, except `events`, whose default is messages
 * alone. A restriction holds for the events it speaks of: message types for messages, status values for statuses,
 * and senders for whatever has a customer, so that choosing a sender does not silence template changes.
 */
export interface EventFilter {
	/** Kinds of event; by default `message`. */
	events?: readonly string[];
	/** WhatsApp message types. */
	types?: readonly string[];
	/** Status values, such as `failed`. */
	statuses?: readonly string[];
	/** Only these customers: phone numbers however written, or business-scoped user ids. */
	allow?: readonly string[];
	/** Never these customers, even when allowed. */
	block?: readonly string[];
	/** For messages. */
	text?: TextFilter;
	/** For messages and statuses: with one customer, or in a group. */
	conversation?: 'any' | 'direct' | 'group';
	/**
	 * `only`: of what customers write, opt-outs and opt-ins alone; `none`: all but opt-outs. Opt-ins pass both, since their words
	 * often are the beginning of a conversation.
	 */
	optOuts?: 'any' | 'only' | 'none';
	/** Also what the business itself wrote elsewhere. Off by default: answering oneself is a loop. */
	echoes?: boolean;
}

/** Whether an event is one the user asked for. Nothing is turned away for not having been understood. */
export function matches(event: WhatsAppEvent, filter: EventFilter): boolean {
	return (
		isListed(event.event, isGiven(filter.events) ? filter.events : ['message']) &&
		isWantedKind(event, filter) &&
		isWantedCustomer(event, filter) &&
		isWantedChoice(event, filter.optOuts) &&
		isWantedConversation(event, filter.conversation ?? 'any')
	);
}

/**
 * What is wrong with a filter, for telling the user before any event arrives; `null` when nothing is. Reads on after the
 * name of the field.
 */
export function filterProblem({ text }: EventFilter): string | null {
	return text?.mode === 'regex' ? (compiled(text).problem ?? null) : null;
}

/** A sender in a list that nobody can be, and what is wrong with it; `null` when there is none. */
export function senderProblem(
	filter: EventFilter,
): { list: 'allow' | 'block'; problem: string; advice?: string } | null {
	for (const list of ['allow', 'block'] as const) {
		for (const sender of filter[list] ?? []) {
			const read = contactId(sender);
			if ('problem' in read) return { list, ...read };
		}
	}
	return null;
}

function isWantedKind(event: WhatsAppEvent, filter: EventFilter): boolean {
	if (event.event === 'status') return isListed(event.status?.value ?? '', filter.statuses);
	if (event.event !== 'message') return true;
	if (event.direction === 'outbound' && !filter.echoes) return false;
	return isListed(event.type, filter.types) && hasText(event.text, filter.text);
}

function isWantedCustomer(event: WhatsAppEvent, { allow, block }: EventFilter): boolean {
	const hasCustomer = event.event === 'message' || event.event === 'status';
	const ids = customerIds(event);
	if (!hasCustomer && ids.size === 0) return true;
	const isOn = (list: readonly string[]) => list.some((entry) => ids.has(comparableId(entry)));
	return !(isGiven(block) && isOn(block)) && (!isGiven(allow) || isOn(allow));
}

/** All names the customer goes by: the number and the user id, in groups the member's. */
function customerIds(event: WhatsAppEvent): Set<string> {
	const party = event.direction === 'outbound' ? event.to : event.from;
	const ids = [party, event.userId, event.status?.participant];
	return new Set(ids.filter((id) => id !== null && id !== undefined).map(comparableId));
}

function isWantedChoice(event: WhatsAppEvent, wanted: EventFilter['optOuts'] = 'any'): boolean {
	if (wanted === 'none') return event.optOut === undefined;
	const hasChosen = event.optOut !== undefined || event.optIn !== undefined;
	return wanted === 'any' || !mayChoose(event) || hasChosen;
}

function isWantedConversation(event: WhatsAppEvent, kind: 'any' | 'direct' | 'group'): boolean {
	if (kind === 'any' || (event.event !== 'message' && event.event !== 'status')) return true;
	return (event.groupId === null) === (kind === 'direct');
}

function hasText(text: string, filter: TextFilter | undefined): boolean {
	if (!filter?.value) return true;
	if (filter.mode === 'regex') {
		// A pattern that cannot be used was no choice; filterProblem() tells the user.
		return compiled(filter).search?.(text) ?? true;
	}
	const fold = (words: string) => (filter.caseSensitive ? words : words.toLowerCase());
	const [haystack, needle] = [fold(text), fold(filter.value)];
	if (filter.mode === 'exact') return haystack.trim() === needle.trim();
	return filter.mode === 'startsWith' ? haystack.trimStart().startsWith(needle) : haystack.includes(needle);
}

interface Compiled {
	search?: Search;
	problem?: string;
}

/** The patterns in use; each is compiled once, not with every event. */
const patterns = new Map<string, Compiled>();
const MOST_PATTERNS = 100;

function compiled({ value, caseSensitive = false }: TextFilter): Compiled {
	const key = `${caseSensitive} ${value}`;
	const known = patterns.get(key);
	if (known) return known;
	if (patterns.size >= MOST_PATTERNS) patterns.clear();
	const fresh = compile(value, !caseSensitive);
	patterns.set(key, fresh);
	return fresh;
}

function compile(source: string, ignoreCase: boolean): Compiled {
	try {
		return { search: compilePattern(source, { ignoreCase }) };
	} catch (error) {
		const problem = error instanceof Error ? error.message : String(error);
		if (!(error instanceof UnboundedPattern))
			return { problem: `this is not a valid regular expression: ${problem}` };
		// A workflow that was published with such a pattern before keeps as much of it as can be bounded.
		return { problem, search: boundedPart(source, ignoreCase) };
	}
}

function boundedPart(source: string, ignoreCase: boolean): Search | undefined {
	try {
		return compilePattern(source, { ignoreCase, references: 'anything' });
	} catch {
		return undefined;
	}
}

function isGiven(list: readonly string[] | undefined): list is readonly string[] {
	return list !== undefined && list.length > 0;
}

function isListed(word: string, list: readonly string[] | undefined): boolean {
	return !isGiven(list) || list.includes(word);
}
