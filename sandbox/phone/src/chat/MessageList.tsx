import { ActionIcon, Indicator } from '@mantine/core';
import { IconChevronDown, IconPlugConnectedX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
	useCallback,
	useEffect,
	useLayoutEffect,
	useMemo,
	useRef,
	useState,
	type KeyboardEvent,
} from 'react';
import { Bubble, type BubbleActions } from '../bubbles/Bubble.tsx';
import { usePhoneContext } from '../PhoneContext.ts';
import type { ApiCall } from '../server/control.ts';
import { queries } from '../server/queries.ts';
import { shownTime } from '../words.ts';
import classes from './chat.module.css';
import { reasonIn } from './reason.ts';
import type { Row, Timeline } from './timeline.ts';

/** Rows rendered above and below what is seen. */
const OVERSCAN = 8;
/** Nearer to the end than this, new messages are followed. */
const END_PX = 120;

interface MessageListProps {
	timeline: Timeline;
	business: string;
	chosen: string | null;
	actions: Omit<BubbleActions, 'goTo'>;
	onCall: (call: ApiCall) => void;
}

/** All rows of a conversation, of which only those in sight exist. Arrow keys walk through the messages. */
export function MessageList({ timeline, business, chosen, actions, onCall }: MessageListProps) {
	const { rows, byId, reactions } = timeline;
	const scroller = useRef<HTMLDivElement>(null);
	const [current, setCurrent] = useState<number | null>(null);

	const virtualizer = useVirtualizer({
		count: rows.length,
		getScrollElement: () => scroller.current,
		estimateSize: (index) => (rows[index]?.kind === 'message' ? 64 : 40),
		getItemKey: (index) => rows[index]?.key ?? index,
		overscan: OVERSCAN,
		paddingStart: 10,
		paddingEnd: 10,
		anchorTo: 'end',
		followOnAppend: true,
		scrollEndThreshold: END_PX,
		useAnimationFrameWithResizeObserver: true,
	});

	// A conversation opens at its end. Sizes become known on the way there, so the end is sought once more.
	useLayoutEffect(() => {
		virtualizer.scrollToEnd();
		const again = requestAnimationFrame(() => virtualizer.scrollToEnd());
		return () => cancelAnimationFrame(again);
	}, [virtualizer]);

	// Where the reader was before the window, or the keyboard of a phone, changed the room there is.
	const followsEnd = useRef(true);
	useEffect(() => {
		const element = scroller.current;
		if (!element) return;
		const observer = new ResizeObserver(() => {
			if (!followsEnd.current) return;
			virtualizer.scrollToEnd();
			requestAnimationFrame(() => virtualizer.scrollToEnd());
		});
		observer.observe(element);
		return () => observer.disconnect();
	}, [virtualizer]);

	// Scrolling and measuring draw the list anew: this is never out of date.
	const atEnd = virtualizer.isAtEnd(END_PX);
	const [seen, setSeen] = useState(rows.length);
	if (atEnd && seen !== rows.length) setSeen(rows.length);
	const missed = Math.max(rows.length - seen, 0);

	const focusRow = useCallback(
		(index: number) => {
			setCurrent(index);
			virtualizer.scrollToIndex(index, { align: 'auto' });
			requestAnimationFrame(() =>
				scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"] [data-row]`)?.focus(),
			);
		},
		[virtualizer],
	);
	const goTo = useCallback(
		(id: string) => {
			const index = rows.findIndex(({ key }) => key === id);
			if (index >= 0) focusRow(index);
		},
		[rows, focusRow],
	);

	const onKeyDown = (event: KeyboardEvent) => {
		const row = (event.target as HTMLElement).closest('[data-row]');
		if (row !== event.target) return;
		const index = Number(row.closest('[data-index]')?.getAttribute('data-index'));
		const step = (by: 1 | -1) => {
			let to = index + by;
			while (rows[to]?.kind === 'day') to += by;
			return rows[to] ? to : index;
		};
		const targets: Record<string, () => number> = {
			ArrowUp: () => step(-1),
			ArrowDown: () => step(1),
			Home: () => 1,
			End: () => rows.length - 1,
		};
		const target = targets[event.key];
		if (!target) return;
		event.preventDefault();
		focusRow(target());
	};

	const latest = rows.findLastIndex(({ kind }) => kind !== 'day');
	const stop = current !== null && current < rows.length ? current : latest;
	const latestActions = useRef<BubbleActions>({ ...actions, goTo });
	useLayoutEffect(() => {
		latestActions.current = { ...actions, goTo };
	});
	// One object for ever: bubbles are drawn anew only when their message changes.
	const stable = useMemo<BubbleActions>(
		() => ({
			reply: (message) => latestActions.current.reply(message),
			react: (message, emoji) => latestActions.current.react(message, emoji),
			inspect: (message) => latestActions.current.inspect(message),
			sendAgain: (message) => latestActions.current.sendAgain(message),
			goTo: (id) => latestActions.current.goTo(id),
		}),
		[],
	);

	return (
		<div className={classes.listFrame}>
			<div
				ref={scroller}
				className={classes.scroller}
				onKeyDown={onKeyDown}
				onScroll={() => (followsEnd.current = virtualizer.isAtEnd(END_PX))}
				data-testid="messages"
			>
				<div
					role="feed"
					aria-label="Messages"
					aria-busy={false}
					className={classes.rows}
					style={{ height: virtualizer.getTotalSize() }}
				>
					{virtualizer.getVirtualItems().map((item) => {
						const row = rows[item.index];
						if (!row) return null;
						return (
							<div
								key={item.key}
								ref={virtualizer.measureElement}
								data-index={item.index}
								className={classes.virtualRow}
								style={{ transform: `translateY(${item.start}px)` }}
							>
								{row.kind === 'day' ? (
									<div className={classes.day}>
										<span>{row.text}</span>
									</div>
								) : (
									<article
										data-row
										className={classes.article}
										tabIndex={item.index === stop ? 0 : -1}
										aria-posinset={item.index + 1}
										aria-setsize={rows.length}
										aria-label={labelOf(row, business)}
										onFocus={() => setCurrent(item.index)}
									>
										{row.kind === 'refused' ? (
											<Refused call={row.call} onOpen={onCall} />
										) : (
											<Bubble
												message={row.message}
												quoted={row.message.quotes ? byId.get(row.message.quotes) : undefined}
												reaction={reactions.get(row.message.id) || undefined}
												business={business}
												chosen={row.message.id === chosen}
												actions={stable}
											/>
										)}
									</article>
								)}
							</div>
						);
					})}
				</div>
			</div>
			{!atEnd && (
				<Indicator className={classes.toEnd} label={missed} size={18} disabled={missed === 0} color="green">
					<ActionIcon
						variant="default"
						radius="xl"
						size="lg"
						aria-label={missed > 0 ? `To the latest message, ${missed} new` : 'To the latest message'}
						onClick={() => virtualizer.scrollToEnd()}
					>
						<IconChevronDown size={20} />
					</ActionIcon>
				</Indicator>
			)}
		</div>
	);
}

function labelOf(row: Exclude<Row, { kind: 'day' }>, business: string): string {
	if (row.kind === 'refused') return `A call of ${business} about you was refused`;
	const { direction, at } = row.message;
	return `${direction === 'in' ? 'You' : business}, ${shownTime(at)}`;
}

/** Said where the message would stand, with its reason: the business tried, and nothing came. */
function Refused({ call, onOpen }: { call: ApiCall; onOpen: (call: ApiCall) => void }) {
	const { seq, method, path, status, fault, at } = call;
	const { number, userId } = usePhoneContext().person;
	const { data: answered } = useQuery(queries.call(seq));
	const reason = answered && reasonIn(answered.answer, [number, userId]);
	const what =
		status === 0
			? 'the connection was broken'
			: status === 206
				? 'this message was refused'
				: `answered ${status}`;
	return (
		<div className={classes.refused}>
			<button type="button" onClick={() => onOpen(call)}>
				<IconPlugConnectedX size={16} aria-hidden />
				<span>
					{shownTime(at)}: {method} {path}, {what}
					{fault ? ' (simulated)' : ''}
					{reason && `: ${reason}`}
				</span>
			</button>
		</div>
	);
}
