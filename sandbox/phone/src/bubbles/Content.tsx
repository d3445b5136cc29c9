import { fields, text } from '../fields.ts';
import type { PhoneMessage } from '../server/control.ts';
import { Answer, OrderSent } from './Answer.tsx';
import { ContactCards } from './ContactCards.tsx';
import { FormattedText } from './FormattedText.tsx';
import { Interactive, InteractiveButtons } from './Interactive.tsx';
import { Media, MEDIA_TYPES } from './Media.tsx';
import { Place } from './Place.tsx';
import { TemplateButtons, TemplateMessage } from './TemplateMessage.tsx';

/** The inside of a bubble, by type. What the page does not know shows as the plain text the sandbox made of it. */
export function Content({ message }: { message: PhoneMessage }) {
	const { type, direction } = message;
	const content = fields(message.content);
	if (MEDIA_TYPES.includes(type))
		return (
			<>
				<Media kind={type} media={content} />
				{text(content.caption) && <FormattedText text={text(content.caption)} />}
			</>
		);
	switch (type) {
		case 'text':
			return <FormattedText text={text(content.body)} />;
		case 'location':
			return <Place location={content} />;
		case 'contacts':
			return <ContactCards contacts={message.content} />;
		case 'interactive':
			return direction === 'in' ? <Answer interactive={content} /> : <Interactive message={message} />;
		case 'template':
			return <TemplateMessage message={message} />;
		case 'button':
			return <FormattedText text={text(content.text)} />;
		case 'order':
			return <OrderSent order={content} />;
		default:
			return <FormattedText text={message.text} />;
	}
}

/** What a message of the business offers to tap, below the bubble's text and time. */
export function Buttons({ message }: { message: PhoneMessage }) {
	if (message.direction === 'in') return null;
	if (message.type === 'interactive') return <InteractiveButtons message={message} />;
	return message.type === 'template' ? <TemplateButtons message={message} /> : null;
}
