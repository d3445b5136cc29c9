import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowBackUp, IconChevronDown, IconEye, IconRepeat } from '@tabler/icons-react';
import { memo, useState } from 'react';
import type { PhoneMessage } from '../server/control.ts';
import { errorWords, shownTime } from '../words.ts';
import { Buttons, Content } from './Content.tsx';
import { Quote } from './Quote.tsx';
import { Ticks } from './Ticks.tsx';
import classes from './bubbles.module.css';

/** What WhatsApp offers first. */
const EMOJI = ['👍', '❤️', '😂', '😮', '😢', '🙏'];

export interface BubbleActions {
	reply(message: PhoneMessage): void;
	/** An empty text takes the reaction back. */
	react(message: PhoneMessage, emoji: string): void;
	inspect(message: PhoneMessage): void;
	sendAgain(message: PhoneMessage): void;
	goTo(id: string): void;
}

interface BubbleProps {
	message: PhoneMessage;
	quoted: PhoneMessage | undefined;
	/** The customer's reaction to it, if any. */
	reaction: string | undefined;
	business: string;
	chosen: boolean;
	actions: BubbleActions;
}

/** One message. Customers' stand to the right: the phone is theirs. */
export const Bubble = memo(function Bubble({
	message,
	quoted,
	reaction,
	business,
	chosen,
	actions,
}: BubbleProps) {
	const { direction, type, refused, status } = message;
	const who = direction === 'in' ? 'You' : business;
	const failure = status === 'failed' ? errorWords(message.errors) || 'no reason given' : '';
	return (
		<div className={classes.row} data-direction={direction}>
			<div
				className={classes.bubble}
				data-type={type}
				data-chosen={chosen || undefined}
				data-failed={status === 'failed' || undefined}
				data-reacted={reaction ? true : undefined}
			>
				<span className={classes.hidden}>{who}: </span>
				{message.quotes && <Quote quoted={quoted} business={business} onOpen={actions.goTo} />}
				<Content message={message} />
				{failure && (
					<div className={classes.failure}>
						{refused ? 'No phone ever showed this. ' : ''}
						{failure}
					</div>
				)}
				<div className={classes.meta}>
					{type === 'template' && <span>template</span>}
					<time dateTime={message.at}>{shownTime(message.at)}</time>
					<Ticks message={message} />
				</div>
				<Buttons message={message} />
				{reaction && (
					<button
						type="button"
						className={classes.reaction}
						aria-label={`Your reaction ${reaction}: take it back`}
						onClick={() => actions.react(message, '')}
					>
						{reaction}
					</button>
				)}
				<BubbleMenu message={message} actions={actions} />
			</div>
		</div>
	);
});

function BubbleMenu({ message, actions }: { message: PhoneMessage; actions: BubbleActions }) {
	// A menu for each of thousands of bubbles costs; it comes into being when its button is first used.
	const [used, setUsed] = useState(false);
	const button = (
		<ActionIcon
			className={classes.more}
			variant="subtle"
			color="gray"
			size="sm"
			aria-label={`Actions for this message: ${message.text.slice(0, 40)}`}
			aria-haspopup="menu"
			onClick={() => setUsed(true)}
		>
			<IconChevronDown size={16} />
		</ActionIcon>
	);
	if (!used) return button;
	const reactable = !message.refused;
	return (
		<Menu
			defaultOpened
			onClose={() => setUsed(false)}
			position="bottom-end"
			withInitialFocusPlaceholder={false}
			returnFocus
		>
			<Menu.Target>{button}</Menu.Target>
			<Menu.Dropdown>
				{reactable && (
					<Menu.Item leftSection={<IconArrowBackUp size={16} />} onClick={() => actions.reply(message)}>
						Reply
					</Menu.Item>
				)}
				{message.direction === 'in' && (
					<Menu.Item leftSection={<IconRepeat size={16} />} onClick={() => actions.sendAgain(message)}>
						Send again
					</Menu.Item>
				)}
				<Menu.Item leftSection={<IconEye size={16} />} onClick={() => actions.inspect(message)}>
					Inspect
				</Menu.Item>
				{reactable && (
					<>
						<Menu.Divider />
						<Menu.Label>React</Menu.Label>
						<div className={classes.emojis}>
							{EMOJI.map((emoji) => (
								<Menu.Item
									key={emoji}
									className={classes.emoji}
									aria-label={`React with ${emoji}`}
									onClick={() => actions.react(message, emoji)}
								>
									{emoji}
								</Menu.Item>
							))}
						</div>
					</>
				)}
			</Menu.Dropdown>
		</Menu>
	);
}
