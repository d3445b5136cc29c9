import { ActionIcon, CloseButton, Menu, Textarea } from '@mantine/core';
import {
	IconFile,
	IconMapPin,
	IconMessages,
	IconMicrophone,
	IconMusic,
	IconPaperclip,
	IconPhoto,
	IconSend2,
	IconSticker,
	IconUser,
} from '@tabler/icons-react';
import { useRef, useState, type KeyboardEvent } from 'react';
import { contextOf, usePhoneContext } from '../PhoneContext.ts';
import { control, type PhoneMessage } from '../server/control.ts';
import classes from './chat.module.css';
import voiceNote from './voiceNote.ogg';

const FILES = [
	{ kind: 'media', label: 'Photo or video', accept: 'image/*,video/*', icon: IconPhoto },
	{ kind: 'audio', label: 'Audio', accept: 'audio/*', icon: IconMusic },
	{ kind: 'document', label: 'Document', accept: '', icon: IconFile },
	{ kind: 'sticker', label: 'Sticker', accept: 'image/webp,image/png', icon: IconSticker },
] as const;
type FileKind = (typeof FILES)[number]['kind'];

/** People write in bursts; these are sent when nothing is typed. */
const BURST = ['Hi', 'I have a question', 'It is about order 1042'];
const BETWEEN_MS = 1000;

const messageType = (kind: FileKind, file: File) =>
	kind === 'media' ? (file.type.startsWith('video/') ? 'video' : 'image') : kind;

interface ComposerProps {
	replyTo: PhoneMessage | null;
	onReplied: () => void;
	onError: (error: unknown) => void;
}

/** Where the customer writes, and everything else they can send. */
export function Composer({ replyTo, onReplied, onError }: ComposerProps) {
	const phone = usePhoneContext();
	const [text, setText] = useState('');
	const [busy, setBusy] = useState(false);
	const picker = useRef<HTMLInputElement>(null);
	const [kind, setKind] = useState<FileKind>('media');
	const context = replyTo ? { context: contextOf(phone, replyTo.id, replyTo.direction) } : {};

	const send = (message: object) => {
		onReplied();
		phone.write({ ...context, ...message }).catch(onError);
	};
	const sendText = () => {
		const body = text.trim();
		if (body === '') return;
		setText('');
		send({ type: 'text', text: { body } });
	};
	/** Each line as a message of its own, a second apart. */
	const sendBurst = async () => {
		const typed = text.split('\n').filter((line) => line.trim() !== '');
		setText('');
		for (const [index, line] of (typed.length > 0 ? typed : BURST).entries()) {
			if (index > 0) await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
			send({ type: 'text', text: { body: line.trim() } });
		}
	};
	/** One that was recorded before: not every machine has a microphone. */
	const sendVoiceNote = async () => {
		const recorded = await (await fetch(voiceNote)).blob();
		const file = new File([recorded], 'voice note.ogg', { type: 'audio/ogg; codecs=opus' });
		const { id } = await control.upload(phone.provider.name, file);
		send({ type: 'audio', audio: { id, voice: true } });
	};
	const sendFiles = async (files: File[]) => {
		setBusy(true);
		try {
			for (const file of files) {
				const { id } = await control.upload(phone.provider.name, file);
				const type = messageType(kind, file);
				const captioned = type === 'image' || type === 'video' || type === 'document';
				const caption = captioned && text.trim() !== '' ? { caption: text.trim() } : {};
				if (captioned) setText('');
				send({ type, [type]: { id, ...caption } });
			}
		} catch (error) {
			onError(error);
		} finally {
			setBusy(false);
		}
	};
	const pick = (chosen: FileKind, accept: string) => {
		setKind(chosen);
		if (!picker.current) return;
		picker.current.accept = accept;
		picker.current.click();
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.key === 'Escape' && replyTo) onReplied();
		if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
		event.preventDefault();
		sendText();
	};

	return (
		<div className={classes.composer}>
			{replyTo && (
				<div className={classes.replying}>
					<div>
						<strong>Reply to {replyTo.direction === 'in' ? 'yourself' : phone.provider.business.name}</strong>
						<span>{replyTo.text}</span>
					</div>
					<CloseButton aria-label="Do not reply" onClick={onReplied} />
				</div>
			)}
			<form
				className={classes.write}
				onSubmit={(event) => {
					event.preventDefault();
					sendText();
				}}
			>
				<Menu position="top-start" withInitialFocusPlaceholder={false}>
					<Menu.Target>
						<ActionIcon
							variant="subtle"
							color="gray"
							size={42}
							radius="xl"
							aria-label="Attach"
							loading={busy}
						>
							<IconPaperclip size={22} />
						</ActionIcon>
					</Menu.Target>
					<Menu.Dropdown>
						{FILES.map(({ kind: one, label, accept, icon: Icon }) => (
							<Menu.Item key={one} leftSection={<Icon size={18} />} onClick={() => pick(one, accept)}>
								{label}
							</Menu.Item>
						))}
						<Menu.Divider />
						<Menu.Item
							leftSection={<IconMapPin size={18} />}
							onClick={() => phone.open({ kind: 'location', answers: replyTo?.id ?? null })}
						>
							Location
						</Menu.Item>
						<Menu.Item
							leftSection={<IconUser size={18} />}
							onClick={() => phone.open({ kind: 'contact', answers: replyTo?.id ?? null })}
						>
							Contact
						</Menu.Item>
						<Menu.Divider />
						<Menu.Item
							leftSection={<IconMicrophone size={18} />}
							onClick={() => void sendVoiceNote().catch(onError)}
						>
							Voice note, recorded before
						</Menu.Item>
						<Menu.Item leftSection={<IconMessages size={18} />} onClick={() => void sendBurst()}>
							{text.trim() === '' ? 'Three messages in a row' : 'Each line as a message'}
						</Menu.Item>
					</Menu.Dropdown>
				</Menu>
				<input
					ref={picker}
					type="file"
					multiple
					hidden
					aria-label="Files to send"
					onChange={(event) => {
						void sendFiles([...(event.currentTarget.files ?? [])]);
						event.currentTarget.value = '';
					}}
				/>
				<Textarea
					className={classes.field}
					aria-label="Message"
					placeholder="Type a message"
					autosize
					minRows={1}
					maxRows={7}
					radius="lg"
					value={text}
					onChange={(event) => setText(event.currentTarget.value)}
					onKeyDown={onKeyDown}
				/>
				<ActionIcon type="submit" size={42} radius="xl" aria-label="Send" disabled={text.trim() === ''}>
					<IconSend2 size={20} />
				</ActionIcon>
			</form>
		</div>
	);
}
