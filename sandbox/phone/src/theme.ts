import { createTheme, Modal, type MantineColorsTuple } from '@mantine/core';

const green: MantineColorsTuple = [
	'#e6f7f3',
	'#c9ebe3',
	'#9bd9c9',
	'#69c6ad',
	'#41b596',
	'#21a884',
	'#0f9a76',
	'#058a6b',
	'#00775d',
	'#005c48',
];

/** Mantine's own dark greys are neutral; WhatsApp's lean towards blue. */
const dark: MantineColorsTuple = [
	'#e9edef',
	'#c9d1d6',
	'#a3b1ba',
	'#8d9ca6',
	'#3b4a54',
	'#2a3942',
	'#202c33',
	'#182229',
	'#111b21',
	'#0b141a',
];

export const theme = createTheme({
	primaryColor: 'green',
	primaryShade: 8,
	colors: { green, dark },
	defaultRadius: 'md',
	cursorType: 'pointer',
	components: { Modal: Modal.extend({ defaultProps: { closeButtonProps: { 'aria-label': 'Close' } } }) },
	fontFamily: "'Segoe UI', system-ui, -apple-system, 'Noto Sans', 'Liberation Sans', sans-serif",
	fontFamilyMonospace: "ui-monospace, 'DejaVu Sans Mono', monospace",
});
