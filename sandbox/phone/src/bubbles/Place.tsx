import { IconMapPinFilled } from '@tabler/icons-react';
import { fields, number, text } from '../fields.ts';
import classes from './cards.module.css';

/** A repeatable number from 0 to 1 for the n-th thing on the map of a place. */
function chance(seed: number, n: number): number {
	const value = Math.sin(seed * 12.9898 + n * 78.233) * 43758.5453;
	return value - Math.floor(value);
}

const WIDTH = 260;
const HEIGHT = 130;

/** Looks like a map and is drawn here: streets, a park and water that are the same whenever the place is. */
export function LocalMap({ latitude, longitude }: { latitude: number; longitude: number }) {
	const seed = latitude * 7.13 + longitude * 3.77 + 1;
	const at = (n: number, most: number) => chance(seed, n) * most;
	const streets = Array.from({ length: 9 }, (_, n) => ({
		across: n % 2 === 0,
		place: ((n >> 1) + 0.3 + at(n, 0.5)) * (n % 2 === 0 ? HEIGHT / 4.4 : WIDTH / 4.4),
		width: n < 2 ? 9 : 4,
	}));
	const turn = at(20, 50) - 25;
	return (
		<svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={classes.map} aria-hidden focusable="false">
			<rect width={WIDTH} height={HEIGHT} fill="var(--map-land)" />
			<g transform={`rotate(${turn} ${WIDTH / 2} ${HEIGHT / 2})`}>
				<path
					d={`M-80 ${20 + at(21, 90)} C 60 ${at(22, HEIGHT)}, 160 ${at(23, HEIGHT)}, 360 ${30 + at(24, 70)}`}
					stroke="var(--map-water)"
					strokeWidth={14 + at(25, 14)}
					fill="none"
				/>
				<rect
					x={at(26, WIDTH * 0.6)}
					y={at(27, HEIGHT * 0.5)}
					width={40 + at(28, 50)}
					height={26 + at(29, 34)}
					rx={7}
					fill="var(--map-park)"
				/>
				{streets.map(({ across, place, width }, n) => (
					<path
						key={n}
						d={across ? `M-90 ${place} H ${WIDTH + 90}` : `M${place} -90 V ${HEIGHT + 90}`}
						stroke="var(--map-road)"
						strokeWidth={width}
					/>
				))}
			</g>
		</svg>
	);
}

export function Place({ location }: { location: unknown }) {
	const place = fields(location);
	const latitude = number(place.latitude);
	const longitude = number(place.longitude);
	const name = text(place.name);
	const address = text(place.address);
	return (
		<div>
			<div className={classes.mapFrame}>
				<LocalMap latitude={latitude ?? 0} longitude={longitude ?? 0} />
				<IconMapPinFilled className={classes.pin} size={30} aria-hidden />
			</div>
			<div className={classes.cardText}>
				<strong>{name || 'Location'}</strong>
				{address && <span>{address}</span>}
				<small>
					{latitude ?? '?'}, {longitude ?? '?'}
				</small>
			</div>
		</div>
	);
}
