import type { PhoneMessage } from '../server/control.ts';
import classes from './bubbles.module.css';
import { plainWords } from './whatsappText.ts';

/** The message a bubble answers, in short; choosing it leads there. */
export function Quote({
	quoted,
	business,
	onOpen,
}: {
	quoted: PhoneMessage | undefined;
	business: string;
	onOpen: (id: string) => void;
}) {
	if (!quoted) return <div className={classes.quote}>A message that is not in this conversation</div>;
	return (
		<button
			type="button"
			className={classes.quote}
			data-direction={quoted.direction}
			onClick={() => onOpen(quoted.id)}
		>
			<strong>{quoted.direction === 'in' ? 'You' : business}</strong>
			<span>{plainWords(quoted.text) || `[${quoted.type}]`}</span>
		</button>
	);
}
