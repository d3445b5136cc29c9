import { fields, list, text } from '../fields.ts';
import { Face } from '../Face.tsx';
import classes from './cards.module.css';

export function ContactCards({ contacts }: { contacts: unknown }) {
	return list(contacts).map((contact, index) => {
		const given = fields(contact.name);
		const name = text(given.formatted_name) || text(given.first_name) || 'Contact';
		const organisation = text(fields(contact.org).company);
		const lines = [
			...list(contact.phones).map((phone) => text(phone.phone) || text(phone.wa_id)),
			...list(contact.emails).map((email) => text(email.email)),
			...list(contact.urls).map((url) => text(url.url)),
		];
		return (
			<div key={index} className={classes.contact}>
				<Face name={name} size={40} />
				<div className={classes.cardText}>
					<strong>{name}</strong>
					{organisation && <span>{organisation}</span>}
					{lines.filter(Boolean).map((line) => (
						<small key={line}>{line}</small>
					))}
				</div>
			</div>
		);
	});
}
