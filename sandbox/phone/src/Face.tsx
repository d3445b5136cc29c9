import { Avatar } from '@mantine/core';
import type { CSSProperties } from 'react';
import classes from './Face.module.css';

/** Initials on a colour of the name's own. Nothing is fetched, and both schemes keep the contrast. */
export function Face({ name, size }: { name: string; size: number }) {
	const hue = [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 360, 7);
	return (
		<Avatar
			name={name}
			size={size}
			radius="xl"
			aria-hidden
			className={classes.face}
			style={{ '--hue': hue } as CSSProperties}
		/>
	);
}
