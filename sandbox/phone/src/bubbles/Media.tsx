import {
	IconFileText,
	IconMicrophone,
	IconMusic,
	IconPhoto,
	IconVideo,
	IconWorldOff,
} from '@tabler/icons-react';
import { useState } from 'react';
import { fields, text, type Fields } from '../fields.ts';
import { usePhoneContext } from '../PhoneContext.ts';
import classes from './media.module.css';

export const MEDIA_TYPES = ['image', 'video', 'audio', 'voice', 'document', 'sticker'];

const NAMES: Record<string, string> = {
	image: 'Photo',
	video: 'Video',
	audio: 'Audio',
	voice: 'Voice message',
	document: 'Document',
	sticker: 'Sticker',
};
const ICONS: Record<string, typeof IconPhoto> = {
	image: IconPhoto,
	video: IconVideo,
	audio: IconMusic,
	voice: IconMicrophone,
	document: IconFileText,
	sticker: IconPhoto,
};

/** A file of a message: shown or played when it lies on this machine, else named with the reason it is not. */
export function Media({ kind, media }: { kind: string; media: unknown }) {
	const { open } = usePhoneContext();
	const [broken, setBroken] = useState(false);
	const file = fields(media);
	const src = text(file.src);
	const label = text(file.caption) || text(file.filename) || NAMES[kind] || kind;
	const fail = () => setBroken(true);

	if (kind === 'document') return <Document file={file} />;
	if (src === '' || broken) return <Missing kind={kind} file={file} broken={src !== ''} />;
	switch (kind) {
		case 'image':
			return (
				<button
					type="button"
					className={classes.picture}
					aria-label={`Open photo: ${label}`}
					onClick={() => open({ kind: 'picture', src, text: label })}
				>
					<img src={src} alt={label} onError={fail} loading="lazy" />
				</button>
			);
		case 'sticker':
			return <img className={classes.sticker} src={src} alt="Sticker" onError={fail} loading="lazy" />;
		case 'video':
			// Messages come without subtitles.
			return (
				<video
					className={classes.video}
					src={src}
					controls
					preload="metadata"
					onError={fail}
					aria-label={label}
				/>
			);
		default:
			return (
				<audio
					className={classes.audio}
					src={src}
					controls
					preload="metadata"
					onError={fail}
					aria-label={label}
				/>
			);
	}
}

function Document({ file }: { file: Fields }) {
	const src = text(file.src);
	const name = text(file.filename) || 'Document';
	const extension = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toUpperCase();
	const about = [extension ?? text(file.mime_type), src === '' ? elsewhere(file) : 'Download'];
	const card = (
		<>
			<IconFileText size={34} stroke={1.4} aria-hidden />
			<span>
				<strong>{name}</strong>
				<small>{about.filter(Boolean).join(' · ')}</small>
			</span>
		</>
	);
	return src === '' ? (
		<div className={classes.document}>{card}</div>
	) : (
		<a className={classes.document} href={src} download={name}>
			{card}
		</a>
	);
}

function Missing({ kind, file, broken }: { kind: string; file: Fields; broken: boolean }) {
	const Icon = ICONS[kind] ?? IconPhoto;
	return (
		<div className={classes.missing} data-kind={kind}>
			<Icon size={30} stroke={1.4} aria-hidden />
			<strong>{NAMES[kind] ?? kind}</strong>
			<small>
				{broken ? (
					<a href={text(file.src)} download={text(file.filename) || kind}>
						Cannot be shown here: download
					</a>
				) : (
					<>
						<IconWorldOff size={13} aria-hidden /> {elsewhere(file)}
					</>
				)}
			</small>
		</div>
	);
}

function elsewhere(file: Fields): string {
	const link = text(file.link);
	return link === '' ? 'No file' : `Not loaded, it is not on this machine: ${link}`;
}
