import { memo } from 'react';
import { OutsideLink } from './OutsideLink.tsx';
import classes from './text.module.css';
import { parseWhatsApp, type Block, type Inline } from './whatsappText.ts';

const ONLY_EMOJI = /^(\p{Extended_Pictographic}|\p{Emoji_Component}|\s)+$/u;

/** Text as WhatsApp shows it: bold, italic, struck out, monospace, lists, quotes, links. */
export const FormattedText = memo(function FormattedText({ text }: { text: string }) {
	const big = text.length <= 12 && /\p{Extended_Pictographic}/u.test(text) && ONLY_EMOJI.test(text);
	return (
		<div className={classes.text} data-big={big || undefined} dir="auto">
			{parseWhatsApp(text).map((block, index) => (
				<BlockView key={index} block={block} />
			))}
		</div>
	);
});

function BlockView({ block }: { block: Block }) {
	switch (block.kind) {
		case 'line':
			return (
				<div className={classes.line}>
					<Parts parts={block.parts} />
				</div>
			);
		case 'quote':
			return (
				<blockquote className={classes.quoteLine}>
					<Parts parts={block.parts} />
				</blockquote>
			);
		case 'monospace':
			return <pre className={classes.monospace}>{block.text}</pre>;
		case 'bullets':
		case 'numbers': {
			const items = block.items.map((parts, index) => (
				<li key={index}>
					<Parts parts={parts} />
				</li>
			));
			return block.kind === 'bullets' ? <ul>{items}</ul> : <ol start={block.start}>{items}</ol>;
		}
	}
}

function Parts({ parts }: { parts: Inline[] }) {
	return parts.map((part, index) => {
		switch (part.kind) {
			case 'plain':
				return part.text;
			case 'code':
				return <code key={index}>{part.text}</code>;
			case 'link':
				return (
					<OutsideLink key={index} url={part.text}>
						{part.text}
					</OutsideLink>
				);
			case 'bold':
				return (
					<strong key={index}>
						<Parts parts={part.parts} />
					</strong>
				);
			case 'italic':
				return (
					<em key={index}>
						<Parts parts={part.parts} />
					</em>
				);
			case 'strike':
				return (
					<s key={index}>
						<Parts parts={part.parts} />
					</s>
				);
		}
	});
}
