import { Modal } from '@mantine/core';
import { useRef } from 'react';
import { usePhoneContext, type Sheet } from '../PhoneContext.ts';
import { fields, text } from '../fields.ts';
import { AddressSheet } from './AddressSheet.tsx';
import { ContactSheet } from './ContactSheet.tsx';
import { FlowSheet } from './FlowSheet.tsx';
import { ListSheet } from './ListSheet.tsx';
import { LocationSheet } from './LocationSheet.tsx';
import { OutsideSheet } from './OutsideSheet.tsx';
import { ProductsSheet } from './ProductsSheet.tsx';

/** Whatever lies over the chat at the moment. */
export function Sheets({ sheet, onClose }: { sheet: Sheet | null; onClose: () => void }) {
	const { provider } = usePhoneContext();
	// What was open stays drawn while it closes.
	const last = useRef(sheet);
	if (sheet) last.current = sheet;
	const shown = sheet ?? last.current;
	return (
		<Modal
			opened={sheet !== null}
			onClose={onClose}
			title={shown && titleOf(shown, provider.business.name)}
			size={shown?.kind === 'picture' ? 'auto' : 'md'}
			centered
		>
			{shown && <SheetBody sheet={shown} onClose={onClose} />}
		</Modal>
	);
}

function titleOf(sheet: Sheet, business: string): string {
	switch (sheet.kind) {
		case 'list':
			return text(fields(fields(fields(sheet.message.content).action)).button) || 'Choose';
		case 'products':
			return `Catalogue of ${business}`;
		case 'address':
			return 'Address';
		case 'flow':
			return 'Form';
		case 'location':
			return 'Send a location';
		case 'contact':
			return 'Send a contact';
		case 'outside':
			return 'Leads out of WhatsApp';
		case 'picture':
			return sheet.text;
	}
}

function SheetBody({ sheet, onClose }: { sheet: Sheet; onClose: () => void }) {
	switch (sheet.kind) {
		case 'list':
			return <ListSheet message={sheet.message} onClose={onClose} />;
		case 'products':
			return <ProductsSheet message={sheet.message} onClose={onClose} />;
		case 'address':
			return <AddressSheet message={sheet.message} onClose={onClose} />;
		case 'flow':
			return <FlowSheet message={sheet.message} token={sheet.token} onClose={onClose} />;
		case 'location':
			return <LocationSheet answers={sheet.answers} onClose={onClose} />;
		case 'contact':
			return <ContactSheet answers={sheet.answers} onClose={onClose} />;
		case 'outside':
			return <OutsideSheet url={sheet.url} />;
		case 'picture':
			return <img src={sheet.src} alt={sheet.text} style={{ maxWidth: '100%', maxHeight: '76vh' }} />;
	}
}
