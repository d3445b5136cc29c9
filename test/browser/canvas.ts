/// <reference lib="dom" />

/** A node or a note as the editor draws it; rectangles in pixels of the screen. */
export interface Drawn {
	name: string;
	isNote: boolean;
	/** With its label. */
	area: { left: number; top: number; right: number; bottom: number };
	/** Its name, or paragraphs of a note, when they do not fit where they stand. */
	cut: string[];
	hasPicture: boolean;
	/** The red mark of a node with something missing. */
	hasIssues: boolean;
}

/** Marks the nodes of the workflow that was shown before. */
export const LEFT = 'data-left';

/** Runs in the page: goes to another one as a link in the editor does, and marks the nodes of the workflow it leaves. */
export function goWithinPage({ path, mark }: { path: string; mark: string }): void {
	for (const node of Array.from(document.querySelectorAll('[data-node-type]'))) node.setAttribute(mark, '');
	history.pushState({}, '', path);
	dispatchEvent(new PopStateEvent('popstate', { state: {} }));
}

/** Runs in the page: everything that lies on the canvas. */
export function drawnOnCanvas(): Drawn[] {
	const ownText = (element: Element) =>
		Array.from(element.childNodes)
			.filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
			.map(({ textContent }) => textContent?.trim() ?? '')
			.join('');
	/** Labels are centred in boxes wider than they are. */
	const written = (element: Element) => {
		const range = document.createRange();
		range.selectNodeContents(element);
		return range;
	};
	const isPicture = (element: Element) =>
		element.tagName === 'svg' || (element instanceof HTMLImageElement && element.naturalWidth > 0);

	return Array.from(document.querySelectorAll('[data-node-type]'), (node) => {
		const inside = Array.from(node.querySelectorAll('*')).filter(
			(one) => one.closest('[data-test-id$="-handle"], [data-test-id="canvas-node-toolbar"]') === null,
		);
		const texts = inside.filter((one) => ownText(one) !== '' && one.tagName !== 'TEXTAREA');
		const boxes = [node, ...texts.map(written)]
			.map((one) => one.getBoundingClientRect())
			.filter(({ width }) => width > 0);
		const note = node.querySelector('[data-test-id="sticky"]');
		const noteBox = note?.getBoundingClientRect();
		const name = node.getAttribute('data-node-name') ?? '';
		// Below a node's name n8n shortens what it does; that is n8n's to decide.
		const isCut = (one: Element) =>
			noteBox
				? one.getBoundingClientRect().bottom > noteBox.bottom - 4
				: ownText(one) === name &&
					(one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1);
		return {
			name,
			isNote: note !== null,
			area: {
				left: Math.min(...boxes.map(({ left }) => left)),
				top: Math.min(...boxes.map(({ top }) => top)),
				right: Math.max(...boxes.map(({ right }) => right)),
				bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
			},
			cut: texts.filter(isCut).map(ownText),
			hasPicture: inside.some(isPicture),
			hasIssues: node.querySelector('[data-test-id="node-issues"]') !== null,
		};
	});
}

/** Pairs of names whose areas share more than an edge. */
export function overlaps(drawn: Drawn[]): string[] {
	return drawn.flatMap(({ name, area }, at) =>
		drawn
			.slice(at + 1)
			.filter(
				({ area: other }) =>
					area.left < other.right &&
					other.left < area.right &&
					area.top < other.bottom &&
					other.top < area.bottom,
			)
			.map((other) => `${name} / ${other.name}`),
	);
}
