import axios from 'axios';
import { ExampleFixture } from './exampleFixture';

let example: ExampleFixture;
let paths: Record<string, string>;
beforeAll(async () => {
	example = await ExampleFixture.open('one-time-password.json');
	const stamp = Date.now();
	paths = { send: `otp-send-${stamp}`, verify: `otp-verify-${stamp}` };
	await example.publish((nodes) => {
		nodes('Send a code').parameters.path = paths.send;
		nodes('Verify a code').parameters.path = paths.verify;
	});
});
afterAll(async () => await example.close());

async function post(path: string, body: object): Promise<[status: number, data: Record<string, unknown>]> {
	const url = `${example.fixture.n8nUrl}/webhook/${path}`;
	const { status, data } = await axios.post<Record<string, unknown>>(url, body, {
		validateStatus: () => true,
	});
	return [status, data];
}
const verify = async (id: unknown, code: string) => (await post(paths.verify, { id, code }))[1];

let people = 0;
const someone = () => `9198009902${String(++people).padStart(2, '0')}`;
/** A code for somebody new, as they read it. */
async function newCode() {
	const number = someone();
	const [status, { id }] = await post(paths.send, { number: `+${number}` });
	expect(status).toBe(200);
	const message = (await example.heard(number)).at(-1);
	const [, code] = /^(\d{6}) is your verification code\.$/.exec(message?.text ?? '') ?? [];
	return { number, id, code };
}

it('sends a code that is right once, and nothing else is', async () => {
	const { id, code } = await newCode();
	const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
	expect(await verify(id, wrong)).toEqual({ verified: false });
	expect(await verify(id, code)).toEqual({ verified: true });
	expect(await verify(id, code)).toEqual({ verified: false });
	expect(await verify('x', code)).toEqual({ verified: false });
});

it('knows whose code it is', async () => {
	const [one, other] = [await newCode(), await newCode()];
	if (one.code !== other.code) expect(await verify(one.id, other.code)).toEqual({ verified: false });
	expect(await verify(other.id, other.code)).toEqual({ verified: true });
});

it('refuses even the right code after five tries, however its id is written', async () => {
	const { id, code } = await newCode();
	const spellings = [id, `${String(id)}.0`, ` ${String(id)}`, `0${String(id)}`, id];
	for (const spelling of spellings) expect(await verify(spelling, '')).toEqual({ verified: false });
	expect(await verify(`${String(id)}.00`, code)).toEqual({
		verified: false,
		error: expect.stringMatching(/Too many tries/),
	});
});

it('takes one of many tries at once', async () => {
	const { id, code } = await newCode();
	const answers = await Promise.all([1, 2, 3].map(async () => await verify(id, code)));
	expect(answers.filter(({ verified }) => verified)).toHaveLength(1);
});

it('sends a number one code a minute, and says when WhatsApp takes none', async () => {
	const { number } = await newCode();
	expect((await post(paths.send, { number }))[0]).toBe(429);
	expect(await example.heard(number)).toHaveLength(1);
	const [status, { error }] = await post(paths.send, { number: '12' });
	expect([status, error]).toEqual([502, expect.stringMatching(/a number has 7 to 15$/)]);
});

it('lets a code expire', async () => {
	await example.publish((nodes) => {
		nodes('Send a code').parameters.path = `${paths.send}-old`;
		nodes('Verify a code').parameters.path = `${paths.verify}-old`;
		const { assignments } = nodes('Code').parameters as {
			assignments: { assignments: Array<{ name: string; value: string }> };
		};
		const expires = assignments.assignments.find(({ name }) => name === 'expires')!;
		expires.value = expires.value.replace('minutes: 5', 'minutes: -1');
	});
	const number = someone();
	const [, { id }] = await post(`${paths.send}-old`, { number });
	const [code] = /\d{6}/.exec((await example.heard(number)).at(-1)?.text ?? '') ?? [''];
	expect(code).not.toBe('');
	expect(await verify(id, code)).toEqual({ verified: false });
});
