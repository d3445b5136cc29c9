import { PERSON } from './phoneSamples';
import { PhoneEnvironment } from './phoneEnvironment';

const MANY = 2000;
/** A frame late enough to be felt; Chromium's software rendering on a busy machine is far from a phone's. */
const FELT_MS = 200;

let environment: PhoneEnvironment;
beforeAll(async () => {
	// Thousands of webhooks would keep the process busy that also plays the sandbox.
	environment = await PhoneEnvironment.open({ webhooks: false });
	for (let sent = 0; sent < MANY; sent += 500)
		await environment.heltar(
			...Array.from({ length: 500 }, (_, n) => ({
				clientWaNumber: PERSON.heltar,
				messageType: 'text',
				message: `Message ${sent + n + 1}${' with some more words'.repeat((sent + n) % 9)}`,
			})),
		);
});
afterAll(() => environment?.close());

/** Runs in the page: scrolls by steps of a mouse wheel, a step a frame, and times the frames. */
async function scrollFrames(steps: number): Promise<number[]> {
	const list = document.querySelector('[data-testid=messages]') as HTMLElement;
	const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
	const times: number[] = [];
	let before = await frame();
	for (let step = 0; step < steps; step += 1) {
		list.scrollTop -= 240;
		const now = await frame();
		times.push(now - before);
		before = now;
	}
	return times;
}

const at = (sorted: number[], share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;

test('2,000 messages open, scroll and grow smoothly', async () => {
	const start = Date.now();
	await environment.show('heltar', PERSON.heltar);
	await environment.bubble(`Message ${MANY}`).waitFor();
	const opened = Date.now() - start;
	const drawn = await environment.page.getByRole('article').count();

	const frames = (await environment.page.evaluate(scrollFrames, 300)).sort((a, b) => a - b);
	expect(await environment.page.getByRole('article').count()).toBeLessThan(80);

	await environment.page.getByRole('button', { name: /^To the latest message/ }).click();
	await environment.bubble(`Message ${MANY}`).waitFor();
	const updates: number[] = [];
	for (let n = 1; n <= 10; n += 1) {
		const sent = Date.now();
		await environment.heltar({
			clientWaNumber: PERSON.heltar,
			messageType: 'text',
			message: `Update ${n} comes`,
		});
		await environment.bubble(`Update ${n} comes`).waitFor();
		updates.push(Date.now() - sent);
	}
	updates.sort((a, b) => a - b);

	console.log(
		JSON.stringify({
			messages: MANY,
			drawn,
			openedMs: opened,
			frameMs: { median: at(frames, 0.5), p95: at(frames, 0.95), worst: frames.at(-1) },
			sentToShownMs: { median: at(updates, 0.5), worst: updates.at(-1) },
		}),
	);
	expect(drawn).toBeLessThan(80);
	// The others depend on what else the machine does.
	expect(at(frames, 0.5)).toBeLessThan(FELT_MS);
});

test('while somebody reads further up, new messages do not move what they read', async () => {
	const { page } = environment;
	await page.getByTestId('messages').evaluate((list) => (list.scrollTop -= 4000));
	await page.waitForTimeout(400);
	const top = () =>
		page.evaluate(() => {
			const list = document.querySelector('[data-testid=messages]') as HTMLElement;
			const from = list.getBoundingClientRect().top;
			const first = Array.from(list.querySelectorAll('article')).find(
				(one) => one.getBoundingClientRect().top >= from,
			);
			return { text: first?.textContent, top: Math.round(first?.getBoundingClientRect().top ?? 0) };
		});
	const before = await top();
	await environment.heltar(
		...[1, 2, 3].map((n) => ({
			clientWaNumber: PERSON.heltar,
			messageType: 'text',
			message: `Quietly ${n}`,
		})),
	);
	await page.getByRole('button', { name: 'To the latest message, 3 new' }).waitFor();
	expect(await top()).toEqual(before);
	await page.getByRole('button', { name: /^To the latest message/ }).click();
	await environment.bubble('Quietly 3').waitFor();
});
