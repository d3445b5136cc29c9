import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { StubModel } from './stubModel';

/** The first page of a file in OGG with Opus, as OpenAI's speech is with `response_format` `opus`. */
const opus = (words: string) =>
	Buffer.concat([Buffer.from(`OggS\0\x02${'\0'.repeat(20)}\x01\x13OpusHead`, 'latin1'), Buffer.from(words)]);

/** A file as a transcription is asked for it. */
interface Heard {
	name: string;
	type: string;
	content: Buffer;
}

/** OpenAI's audio interface ("Create transcription", "Create speech") beside a scripted model. */
export class StubSpeech {
	readonly heard: Heard[] = [];

	/** What it was asked to say, and in which format. */
	readonly spoken: Array<{ input: string; response_format: string }> = [];

	/** What the next voice note says; not understood where there is none. */
	words: string | undefined;

	constructor(model: StubModel) {
		model.further.set('/v1/audio/transcriptions', async (...of) => await this.transcribe(...of));
		model.further.set('/v1/audio/speech', async (...of) => await this.speak(...of));
	}

	/** The file it makes of a text. */
	readonly fileOf = opus;

	private async transcribe(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
		const headers = { 'content-type': incoming.headers['content-type'] ?? '' };
		const form = await new Response(new Uint8Array(await buffer(incoming)), { headers }).formData();
		const file = form.get('file') as File;
		this.heard.push({ name: file.name, type: file.type, content: Buffer.from(await file.arrayBuffer()) });
		const [status, body] =
			this.words === undefined
				? [400, { error: { message: 'The audio file could not be decoded' } }]
				: [200, { text: this.words }];
		response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
	}

	private async speak(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
		const asked = JSON.parse(String(await buffer(incoming))) as StubSpeech['spoken'][number];
		this.spoken.push(asked);
		response.writeHead(200, { 'Content-Type': 'audio/opus' }).end(opus(asked.input));
	}
}
