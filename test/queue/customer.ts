import type { InboundMessage, SandboxControl } from '../../demo/sandboxControl';
import { eventually } from '../waiting';
import { WAIT_LIMIT_MS } from './queueFixture';

/** Somebody who writes to the business, and what they are answered. */
export class Customer {
	readonly number: string;
	readonly #control: SandboxControl;

	constructor(control: SandboxControl, number: string) {
		this.#control = control;
		this.number = number;
	}

	async says(body: string) {
		return await this.#writes({ type: 'text', text: { body } });
	}

	/** Sends a text file, "bill.txt". */
	async sendsFile(content: string) {
		return await this.#writes({
			type: 'document',
			document: {
				mime_type: 'text/plain',
				filename: 'bill.txt',
				base64: Buffer.from(content).toString('base64'),
			},
		});
	}

	/** The text of the first answer, once there is one. */
	async answer(): Promise<string> {
		return await eventually(
			async () => {
				const [first] = (await this.#control.conversation(this.number)).filter(
					({ direction }) => direction === 'out',
				);
				return first?.text;
			},
			'the answer',
			WAIT_LIMIT_MS,
		);
	}

	async #writes(message: InboundMessage['message']) {
		return await this.#control.inbound({ from: this.number, name: 'Asha', message });
	}
}
