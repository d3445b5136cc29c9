import type { IconArrowBackUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './bubbles.module.css';

/** One of the buttons below a bubble. */
export function BubbleButton({
	icon: Icon,
	onClick,
	children,
}: {
	icon: typeof IconArrowBackUp;
	onClick: () => void;
	children: ReactNode;
}) {
	return (
		<button type="button" className={classes.action} onClick={onClick}>
			<Icon size={17} aria-hidden />
			<span>{children}</span>
		</button>
	);
}
