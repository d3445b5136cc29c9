import type { ReactNode } from 'react';
import { usePhoneContext } from '../PhoneContext.ts';
import classes from './text.module.css';

/** A link as a phone would open it. Here it only says where it leads: nothing may leave the machine. */
export function OutsideLink({ url, children }: { url: string; children: ReactNode }) {
	const { open } = usePhoneContext();
	return (
		<button type="button" className={classes.link} onClick={() => open({ kind: 'outside', url })}>
			{children}
		</button>
	);
}
