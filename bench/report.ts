export interface Figure {
	bench: string;
	value: number;
	unit: string;
	/** The other's figure of the same run. */
	peer: number | null;
	/** Ours to theirs; less is better. */
	ratio: number | null;
}

const rounded = (value: number) => Number(value.toPrecision(3));

/** One figure beside its peer. */
export function figure(bench: string, value: number, unit: string, peer: number | null = null): Figure {
	return {
		bench,
		value: rounded(value),
		unit,
		peer: peer === null ? null : rounded(peer),
		ratio: peer === null || peer === 0 ? null : rounded(value / peer),
	};
}

/** The one in the middle. */
export const median = (values: number[]): number =>
	values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/**
 * The figure of the pair in the middle, by how its two halves compare: a machine that changes its speed meanwhile changes
 * both of them.
 */
export function figureOfPairs(
	bench: string,
	{ ours, theirs }: { ours: number[]; theirs: number[] },
	unit: string,
): Figure {
	const pairs = ours.map((value, at) => figure(bench, value, unit, theirs[at]));
	return pairs.toSorted((a, b) => (a.ratio ?? 0) - (b.ratio ?? 0))[Math.floor(pairs.length / 2)];
}

/** The figures as a table for people, with what each is measured against. */
export function table(
	figures: readonly Figure[],
	about: Record<string, { what: string; aim: string }>,
): string {
	const rows = figures.map(({ bench, value, unit, peer, ratio }) => {
		const { what = bench, aim = '' } = about[bench] ?? {};
		const shown = [what, `${value} ${unit}`, peer === null ? '' : `${peer} ${unit}`, ratio ?? '', aim];
		return `| ${shown.join(' | ')} |`;
	});
	return ['| Measured | Ours | Theirs | Ratio | Aim |', '| --- | --- | --- | --- | --- |', ...rows].join(
		'\n',
	);
}
