import { ActionIcon, Badge, Loader, Tooltip, VisuallyHidden } from '@mantine/core';
import { useDocumentVisibility } from '@mantine/hooks';
import { IconArrowLeft, IconLayoutSidebarRightExpand } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { Face } from '../Face.tsx';
import { contextOf, PhoneContext, type Phone, type Sheet } from '../PhoneContext.ts';
import {
	control,
	type ApiCall,
	type PhoneMessage,
	type PhonePerson,
	type PhoneProvider,
} from '../server/control.ts';
import { queries } from '../server/queries.ts';
import { Sheets } from '../sheets/Sheets.tsx';
import { shownName, shownNumber } from '../words.ts';
import classes from './chat.module.css';
import { Composer } from './Composer.tsx';
import { CustomerMenu } from './CustomerMenu.tsx';
import { MessageList } from './MessageList.tsx';
import { buildTimeline, refusedCalls } from './timeline.ts';

/** Messages that arrive together are read together. */
const READ_EVERY_MS = 200;
const NONE: never[] = [];

interface ChatPaneProps {
	provider: PhoneProvider;
	person: PhonePerson;
	typing: boolean;
	chosen: string | null;
	inspectorOpen: boolean;
	onInspector: () => void;
	onBack: () => void;
	onInspect: (message: PhoneMessage) => void;
	onCall: (call: ApiCall) => void;
	onError: (error: unknown) => void;
}

/** One customer's conversation with the business, on their phone. */
export function ChatPane(props: ChatPaneProps) {
	const { provider, person, typing, chosen, inspectorOpen, onInspector, onBack, onInspect, onCall, onError } =
		props;
	const { data: messages } = useQuery(queries.conversation(provider.name, person.number));
	const { data: calls = NONE } = useQuery(queries.calls(provider.name));
	const [replyTo, setReplyTo] = useState<PhoneMessage | null>(null);
	const [sheet, setSheet] = useState<Sheet | null>(null);
	useReading(provider.name, person.number, messages ?? NONE);

	const { number, userId } = person;
	const timeline = useMemo(
		() => messages && buildTimeline(messages, refusedCalls(calls, [number, userId], messages)),
		[messages, calls, number, userId],
	);
	const phone = useMemo<Phone>(() => {
		const write: Phone['write'] = async (message) => {
			await control.write(provider.name, person.number, message).catch(onError);
		};
		const self: Phone = {
			provider,
			person,
			write,
			answer: (to, message) => write({ context: contextOf(self, to.id), ...message }),
			open: setSheet,
		};
		return self;
	}, [provider, person, onError]);
	const actions = useMemo(
		() => ({
			reply: setReplyTo,
			react: (message: PhoneMessage, emoji: string) =>
				void phone.write({ type: 'reaction', reaction: { message_id: message.id, emoji } }),
			inspect: onInspect,
			sendAgain: ({ id, type }: PhoneMessage) => {
				void control
					.messageRecord(provider.name, id)
					.then(({ message: { raw } }) => {
						const { context, [type]: content } = raw as Record<string, unknown>;
						return phone.write({ type, ...(context ? { context } : {}), [type]: content });
					})
					.catch(onError);
			},
		}),
		[phone, provider.name, onInspect, onError],
	);
	const latest = messages?.at(-1);

	return (
		<PhoneContext value={phone}>
			<section className={classes.chat} aria-label={`Chat with ${provider.business.name}`}>
				<header className={classes.head}>
					<ActionIcon
						className={classes.back}
						variant="subtle"
						color="gray"
						size="lg"
						aria-label="Back to the customers"
						onClick={onBack}
					>
						<IconArrowLeft size={21} />
					</ActionIcon>
					<Face name={provider.business.name} size={40} />
					<div className={classes.who}>
						<h1>{provider.business.name}</h1>
						<p>
							{typing ? (
								<span className={classes.typing}>typing …</span>
							) : (
								<>
									You are {shownName(person)},{' '}
									{person.hidesNumber ? person.userId : shownNumber(person.number)}
								</>
							)}
						</p>
					</div>
					<Marks person={person} />
					<CustomerMenu onError={onError} />
					<Tooltip label="Inspector">
						<ActionIcon
							variant={inspectorOpen ? 'light' : 'subtle'}
							color={inspectorOpen ? 'green' : 'gray'}
							size="lg"
							aria-label="Inspector"
							aria-pressed={inspectorOpen}
							onClick={onInspector}
						>
							<IconLayoutSidebarRightExpand size={21} />
						</ActionIcon>
					</Tooltip>
				</header>
				{timeline ? (
					timeline.rows.length > 0 ? (
						<MessageList
							key={`${provider.name} ${person.number}`}
							timeline={timeline}
							business={provider.business.name}
							chosen={chosen}
							actions={actions}
							onCall={onCall}
						/>
					) : (
						<div className={classes.empty}>
							<p>
								Nothing was said yet. Write something below: it goes to every webhook registered at the
								provider, as if a customer had sent it.
							</p>
						</div>
					)
				) : (
					<div className={classes.empty}>
						<Loader color="green" aria-label="Loading" />
					</div>
				)}
				<VisuallyHidden role="status" aria-live="polite">
					{latest?.direction === 'out' ? `${provider.business.name}: ${latest.text}` : ''}
				</VisuallyHidden>
				<Composer replyTo={replyTo} onReplied={() => setReplyTo(null)} onError={onError} />
				<Sheets sheet={sheet} onClose={() => setSheet(null)} />
			</section>
		</PhoneContext>
	);
}

function Marks({ person }: { person: PhonePerson }) {
	const marks = [
		person.blocksBusiness && 'business blocked',
		!person.optedIn && 'opted out',
		person.hidesNumber && 'number hidden',
		!person.onWhatsApp && 'not on WhatsApp',
		person.blocked && 'blocked by the business',
		person.botReplies === false && 'a person answers, bot off',
	].filter((mark) => mark !== false);
	return (
		<div className={classes.marks}>
			{marks.map((mark) => (
				<Badge key={mark} variant="outline" color="gray" tt="none" className={classes.mark}>
					{mark}
				</Badge>
			))}
		</div>
	);
}

/** Whoever has the chat before their eyes has read what was delivered. */
function useReading(provider: string, number: string, messages: PhoneMessage[]): void {
	const visible = useDocumentVisibility() === 'visible';
	const unread = messages.some(
		({ direction, status, refused }) => direction === 'out' && status === 'delivered' && !refused,
	);
	useEffect(() => {
		if (!visible || !unread) return;
		const reading = setInterval(() => void control.markRead(provider, number), READ_EVERY_MS);
		return () => clearInterval(reading);
	}, [visible, unread, provider, number]);
}
