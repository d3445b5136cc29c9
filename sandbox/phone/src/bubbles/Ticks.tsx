import { Tooltip } from '@mantine/core';
import { IconAlertCircleFilled, IconCheck, IconChecks, IconClock } from '@tabler/icons-react';
import type { PhoneMessage } from '../server/control.ts';
import { errorWords, statusWords } from '../words.ts';
import classes from './bubbles.module.css';

const READ = ['read', 'played', 'responded', 'clicked', 'clicked_responded'];

function icon(status: string) {
	if (status === 'waiting') return <IconClock size={14} />;
	if (status === 'failed') return <IconAlertCircleFilled size={15} />;
	return status === 'sent' ? <IconCheck size={16} /> : <IconChecks size={16} />;
}

/** How far a message came; of a failed one also why, on hover and for screen readers. */
export function Ticks({ message }: { message: PhoneMessage }) {
	const { status, errors } = message;
	const why = errorWords(errors);
	const words = why ? `${statusWords(status)}: ${why}` : statusWords(status);
	return (
		<Tooltip label={words} multiline maw={320} events={{ hover: true, focus: true, touch: true }}>
			<span
				className={classes.ticks}
				data-status={READ.includes(status) ? 'read' : status}
				role="img"
				aria-label={words}
				tabIndex={status === 'failed' ? 0 : undefined}
			>
				{icon(status)}
			</span>
		</Tooltip>
	);
}
