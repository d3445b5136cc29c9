import {
	IconArrowBackUp,
	IconBuildingStore,
	IconCopy,
	IconExternalLink,
	IconForms,
	IconPhone,
} from '@tabler/icons-react';
import { fields, list, text, type Fields } from '../fields.ts';
import { usePhoneContext } from '../PhoneContext.ts';
import type { PhoneMessage } from '../server/control.ts';
import { BubbleButton } from './BubbleButton.tsx';
import { FormattedText } from './FormattedText.tsx';
import { Media } from './Media.tsx';
import { Place } from './Place.tsx';
import classes from './bubbles.module.css';

/** A template as its variables filled it; one that is not known here shows the text it was sent with. */
export function TemplateMessage({ message }: { message: PhoneMessage }) {
	const template = fields(message.content);
	const rendered = fields(template.rendered);
	const header = fields(rendered.header);
	const sent = list(template.components);
	return (
		<>
			<TemplateHeader header={header} sent={sent} />
			<FormattedText text={text(rendered.body) || message.text} />
			{text(rendered.footer) && <div className={classes.footer}>{text(rendered.footer)}</div>}
		</>
	);
}

export function TemplateButtons({ message }: { message: PhoneMessage }) {
	const template = fields(message.content);
	const sent = list(template.components);
	return list(fields(template.rendered).buttons).map((button, index) => (
		<TemplateButton key={index} message={message} button={button} parameter={parameterOf(sent, index)} />
	));
}

function TemplateHeader({ header, sent }: { header: Fields; sent: Fields[] }) {
	const format = text(header.format).toLowerCase();
	if (format === '') return null;
	if (format === 'text') return <div className={classes.header}>{text(header.text)}</div>;
	// The file as it was sent: what the template keeps is only its address.
	const parameter = list(sent.find((one) => text(one.type).toLowerCase() === 'header')?.parameters)[0] ?? {};
	if (format === 'location') return <Place location={parameter.location} />;
	return <Media kind={format} media={{ ...header, ...fields(parameter[format]) }} />;
}

const parameterOf = (sent: Fields[], index: number): Fields => {
	const component = sent.find(
		(one) => text(one.type).toLowerCase() === 'button' && Number(one.index) === index,
	);
	return list(component?.parameters)[0] ?? {};
};

function TemplateButton({
	message,
	button,
	parameter,
}: {
	message: PhoneMessage;
	button: Fields;
	parameter: Fields;
}) {
	const { open, answer } = usePhoneContext();
	const title = text(button.text);
	switch (button.type) {
		case 'URL':
			return (
				<BubbleButton
					icon={IconExternalLink}
					onClick={() => open({ kind: 'outside', url: text(button.url) })}
				>
					{title}
				</BubbleButton>
			);
		case 'PHONE_NUMBER':
			return (
				<BubbleButton
					icon={IconPhone}
					onClick={() => open({ kind: 'outside', url: `tel:${text(button.phone_number)}` })}
				>
					{title}
				</BubbleButton>
			);
		case 'COPY_CODE':
			return (
				<BubbleButton
					icon={IconCopy}
					onClick={() => void navigator.clipboard?.writeText(text(parameter.coupon_code))}
				>
					{title}: {text(parameter.coupon_code)}
				</BubbleButton>
			);
		case 'FLOW':
			return (
				<BubbleButton
					icon={IconForms}
					onClick={() => open({ kind: 'flow', message, token: text(fields(parameter.action).flow_token) })}
				>
					{title}
				</BubbleButton>
			);
		case 'CATALOG':
			return (
				<BubbleButton icon={IconBuildingStore} onClick={() => open({ kind: 'products', message })}>
					{title}
				</BubbleButton>
			);
		default:
			return (
				<BubbleButton
					icon={IconArrowBackUp}
					onClick={() =>
						void answer(message, {
							type: 'button',
							button: { payload: text(parameter.payload) || title, text: title },
						})
					}
				>
					{title}
				</BubbleButton>
			);
	}
}
