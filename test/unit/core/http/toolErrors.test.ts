import type { INode } from 'n8n-workflow';
import { BadInput, NoUsableResponse } from '../../../../core/http/errors';
import { toNodeError } from '../../../../core/http/nodeError';

const node = (type: string): INode => ({
	id: '1',
	name: 'Act',
	type,
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
});
const broken = new NoUsableResponse('The connection to Heltar broke before an answer came', {
	mayHaveHappened: true,
	code: 'ECONNRESET',
	advice: 'It is unknown whether the request was carried out. Check before you repeat it.',
});

describe('an error of a node', () => {
	it('keeps its advice apart from its message', () => {
		const { message, description } = toNodeError(node('n8n-nodes-whatsapp-bsp.heltar'), broken);
		expect(message).toBe('The connection to Heltar broke before an answer came');
		expect(description).toBe(
			'It is unknown whether the request was carried out. Check before you repeat it.<br>Code: ECONNRESET',
		);
	});

	it('says everything in its message where an agent uses the node, whose model sees nothing else', () => {
		const { message, description } = toNodeError(node('n8n-nodes-whatsapp-bsp.heltarTool'), broken);
		expect(message).toBe(
			'The connection to Heltar broke before an answer came. It is unknown whether the request was carried out. Check before you repeat it',
		);
		expect(description).toBe('Code: ECONNRESET');
	});

	it('tells a model what is wrong with what it gave', () => {
		const problem = new BadInput('must not start with 0', [], 'Begin with the country code.').within({
			name: 'to',
			label: 'Recipient',
		});
		expect(toNodeError(node('n8n-nodes-whatsapp-bsp.helloAllTool'), problem).message).toBe(
			'Recipient: must not start with 0. Begin with the country code',
		);
	});
});
