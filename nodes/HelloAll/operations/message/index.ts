import type { Resource } from '../../../../core/run/resources';
import { markRead } from './markRead';
import { sendAndWait } from './sendAndWait';
import { sendAudio } from './sendAudio';
import { sendContacts } from './sendContacts';
import { sendDocument } from './sendDocument';
import { sendImage } from './sendImage';
import { sendList } from './sendList';
import { sendLocation } from './sendLocation';
import { sendReplyButtons } from './sendReplyButtons';
import { sendSticker } from './sendSticker';
import { sendTemplate } from './sendTemplate';
import { sendText } from './sendText';
import { sendVideo } from './sendVideo';
import { typing } from './typing';

export const message: Resource = {
	value: 'message',
	name: 'Message',
	operations: [
		markRead,
		sendAndWait,
		sendAudio,
		sendContacts,
		sendDocument,
		sendImage,
		sendList,
		sendLocation,
		sendReplyButtons,
		sendSticker,
		sendTemplate,
		sendText,
		sendVideo,
		typing,
	],
	startWith: sendText,
	first: [sendText, sendTemplate, sendImage, sendDocument, sendAndWait],
	last: [markRead, typing],
};
