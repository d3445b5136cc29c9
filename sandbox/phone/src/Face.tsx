import { Avatar } from '@mantine/core';
import type { CSSProperties } from 'react';
import classes from './Face.module.css';

/** Spreads numbers that follow each other over the whole circle; has no factor in common with it. */
const TURN = 137;

/**
 * Initials on a colour of the name's own; of a number that has no name, its last two digits. Nothing is fetched, and both
 * schemes keep the contrast.
 */
export function Face({ name, size }: { name: string; size: number }) {
	const sum = [...name].reduce((before, letter) => (before * 31 + (letter.codePointAt(0) ?? 0)) % 360, 7);
	const hue = (sum * TURN) % 360;
	const digits = /^\+?\d*(\d\d)$/.exec(name)?.[1];
	return (
		<Avatar
			name={name}
			size={size}
			radius="xl"
			aria-hidden
			className={classes.face}
			style={{ '--hue': hue } as CSSProperties}
		>
			{digits}
		</Avatar>
	);
}
