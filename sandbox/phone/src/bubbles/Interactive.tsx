import {
	IconArrowBackUp,
	IconBuildingStore,
	IconExternalLink,
	IconForms,
	IconListDetails,
	IconMapPin,
	IconShoppingBag,
	IconUserShare,
} from '@tabler/icons-react';
import { fields, list, text, type Fields } from '../fields.ts';
import { usePhoneContext } from '../PhoneContext.ts';
import type { PhoneMessage } from '../server/control.ts';
import { BubbleButton } from './BubbleButton.tsx';
import { FormattedText } from './FormattedText.tsx';
import { Media } from './Media.tsx';
import { ProductCard } from './ProductCard.tsx';
import classes from './bubbles.module.css';
import cards from './cards.module.css';

/** Header, body and footer that every kind of interactive message may have; its buttons stand below the time. */
export function Interactive({ message }: { message: PhoneMessage }) {
	const interactive = fields(message.content);
	const footer = text(fields(interactive.footer).text);
	return (
		<>
			<Header header={interactive.header} />
			<Extra message={message} interactive={interactive} />
			<FormattedText text={text(fields(interactive.body).text)} />
			{footer && <div className={classes.footer}>{footer}</div>}
		</>
	);
}

export function Header({ header }: { header: unknown }) {
	const given = fields(header);
	const type = text(given.type);
	if (type === '') return null;
	if (type === 'text') return <div className={classes.header}>{text(given.text)}</div>;
	return <Media kind={type} media={given[type]} />;
}

/** What some kinds show above their text. */
function Extra({ message, interactive }: { message: PhoneMessage; interactive: Fields }) {
	const action = fields(interactive.action);
	const parameters = fields(action.parameters);
	switch (interactive.type) {
		case 'product':
			return <ProductCard sku={text(action.product_retailer_id)} />;
		case 'catalog_message':
			return text(parameters.thumbnail_product_retailer_id) ? (
				<ProductCard sku={text(parameters.thumbnail_product_retailer_id)} />
			) : null;
		case 'carousel':
			return <Cards message={message} action={action} />;
		case 'order_details':
		case 'order_status':
			return <Order parameters={parameters} />;
		default:
			return null;
	}
}

/** What can be done with an interactive message. */
export function InteractiveButtons({ message }: { message: PhoneMessage }) {
	const { open, answer, person } = usePhoneContext();
	const interactive = fields(message.content);
	const action = fields(interactive.action);
	const parameters = fields(action.parameters);
	switch (interactive.type) {
		case 'button':
			return list(action.buttons).map((button, index) => (
				<ReplyButton key={index} message={message} reply={fields(button.reply)} />
			));
		case 'list':
			return (
				<BubbleButton icon={IconListDetails} onClick={() => open({ kind: 'list', message })}>
					{text(action.button) || 'Choose'}
				</BubbleButton>
			);
		case 'cta_url':
			return (
				<BubbleButton
					icon={IconExternalLink}
					onClick={() => open({ kind: 'outside', url: text(parameters.url) })}
				>
					{text(parameters.display_text)}
				</BubbleButton>
			);
		case 'address_message':
			return (
				<BubbleButton icon={IconForms} onClick={() => open({ kind: 'address', message })}>
					Provide address
				</BubbleButton>
			);
		case 'location_request_message':
			return (
				<BubbleButton icon={IconMapPin} onClick={() => open({ kind: 'location', answers: message.id })}>
					Send location
				</BubbleButton>
			);
		case 'catalog_message':
		case 'product_list':
		case 'product':
			return (
				<BubbleButton icon={IconBuildingStore} onClick={() => open({ kind: 'products', message })}>
					{interactive.type === 'catalog_message'
						? 'View catalogue'
						: interactive.type === 'product'
							? 'View'
							: 'View items'}
				</BubbleButton>
			);
		case 'flow':
			return (
				<BubbleButton
					icon={IconForms}
					onClick={() => open({ kind: 'flow', message, token: text(parameters.flow_token) })}
				>
					{text(parameters.flow_cta) || 'Open form'}
				</BubbleButton>
			);
		case 'request_contact_info':
			return (
				<BubbleButton
					icon={IconUserShare}
					onClick={() =>
						void answer(message, {
							type: 'contacts',
							contacts: [
								{
									origin: 'contact_request',
									name: { formatted_name: person.name, first_name: person.name },
									phones: [{ phone: `+${person.number}`, wa_id: person.number, type: 'CELL' }],
								},
							],
						})
					}
				>
					Share contact info
				</BubbleButton>
			);
		case 'order_details':
			return <div className={classes.footer}>Payment is not part of the sandbox</div>;
		default:
			return null;
	}
}

function ReplyButton({ message, reply }: { message: PhoneMessage; reply: Fields }) {
	const { answer } = usePhoneContext();
	const { id, title } = { id: text(reply.id), title: text(reply.title) };
	return (
		<BubbleButton
			icon={IconArrowBackUp}
			onClick={() =>
				void answer(message, {
					type: 'interactive',
					interactive: { type: 'button_reply', button_reply: { id, title } },
				})
			}
		>
			{title}
		</BubbleButton>
	);
}

function Cards({ message, action }: { message: PhoneMessage; action: Fields }) {
	const { open } = usePhoneContext();
	return (
		<div className={cards.carousel} role="group" aria-label="Cards, scroll sideways" tabIndex={0}>
			{list(action.cards).map((card, index) => {
				const own = fields(card.action);
				const parameters = fields(own.parameters);
				return (
					<div key={index} className={cards.carouselCard}>
						<Header header={card.header} />
						<FormattedText text={text(fields(card.body).text)} />
						{text(parameters.url) && (
							<BubbleButton
								icon={IconExternalLink}
								onClick={() => open({ kind: 'outside', url: text(parameters.url) })}
							>
								{text(parameters.display_text)}
							</BubbleButton>
						)}
						{list(own.buttons).map((button, place) => (
							<ReplyButton key={place} message={message} reply={fields(button.reply ?? button.quick_reply)} />
						))}
					</div>
				);
			})}
		</div>
	);
}

function Order({ parameters }: { parameters: Fields }) {
	const order = fields(parameters.order);
	const total = fields(parameters.total_amount);
	const amount = Number(total.value) / Number(total.offset ?? 100);
	return (
		<div className={cards.inset}>
			<IconShoppingBag size={26} stroke={1.4} aria-hidden />
			<span className={cards.cardText}>
				<strong>Order {text(parameters.reference_id)}</strong>
				{list(order.items).map((item, index) => (
					<small key={index}>
						{text(item.quantity) || 1} × {text(item.name)}
					</small>
				))}
				{Number.isFinite(amount) && (
					<span>
						{amount.toFixed(2)} {text(parameters.currency)}
					</span>
				)}
				{text(order.status) && <span>{text(order.status)}</span>}
				{text(order.description) && <small>{text(order.description)}</small>}
			</span>
		</div>
	);
}
