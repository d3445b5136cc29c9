import { PERSON } from './phoneSamples';
import { PhoneEnvironment } from './phoneEnvironment';
import { heltarSamples } from './phoneHeltarSamples';

const PHONE = { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true };
/** Nobody knows their names, and their numbers follow each other. */
const UNNAMED = ['447700900701', '447700900702', '447700900703'];

let environment: PhoneEnvironment;
beforeAll(async () => {
	environment = await PhoneEnvironment.open();
	await environment.serveFiles();
	for (const body of [
		'Short',
		'A text that is so long that it fills the whole width of its bubble, twice over',
	])
		await environment.control('POST', '/heltar/inbound', {
			from: PERSON.heltar,
			message: { type: 'text', text: { body } },
		});
	for (const { message } of heltarSamples().slice(0, 6)) await environment.heltar(message);
	for (const from of UNNAMED)
		await environment.control('POST', '/heltar/inbound', {
			from,
			message: { type: 'text', text: { body: 'Hello' } },
		});
});
afterAll(() => environment?.close());

test('on a touch screen the mark of the menu stands beside its bubble, in sight', async () => {
	await environment.newPage(PHONE);
	await environment.show('heltar');
	await environment.page.getByRole('button', { name: /Asha Verma/ }).click();
	await environment.bubble('so long that').waitFor();
	const bubbles = environment.page.getByRole('article');
	const count = await bubbles.count();
	expect(count).toBeGreaterThan(4);
	for (let at = 0; at < count; at += 1) {
		const mark = bubbles.nth(at).getByRole('button', { name: /^Actions for this message/ });
		const { mark: own, bubble } = await mark.evaluate((button) => {
			const edges = (element: Element) => {
				const { left, right } = element.getBoundingClientRect();
				return { left, right };
			};
			return { mark: edges(button), bubble: edges(button.parentElement!) };
		});
		expect(own.right <= bubble.left || own.left >= bubble.right).toBe(true);
		expect(own.left).toBeGreaterThanOrEqual(0);
		expect(own.right).toBeLessThanOrEqual(PHONE.viewport.width);
		expect(own.right - own.left).toBeGreaterThanOrEqual(32);
	}
	await environment.screenshot('phone-touch-menu-mark');
	await environment
		.bubble('so long that')
		.getByRole('button', { name: /^Actions for/ })
		.tap();
	await environment.page.getByRole('menuitem', { name: 'Reply' }).waitFor();
	await environment.screenshot('phone-touch-menu');
});

test('customers without a name have faces that differ', async () => {
	await environment.newPage();
	await environment.show('heltar');
	const nameless = environment.page
		.getByRole('list', { name: 'Customers' })
		.getByRole('button', { name: /^Customer/ });
	await nameless.nth(UNNAMED.length - 1).waitFor();
	const faces = await nameless.locator('[class*="face"]').evaluateAll((all) =>
		all.map((face) => ({
			letters: face.textContent,
			hue: Number((face as HTMLElement).style.getPropertyValue('--hue')),
		})),
	);
	expect(faces.map(({ letters }) => letters).sort()).toEqual(['01', '02', '03']);
	const [a, b, c] = faces.map(({ hue }) => hue);
	const apart = (one: number, other: number) =>
		Math.min((one - other + 360) % 360, (other - one + 360) % 360);
	for (const gap of [apart(a, b), apart(b, c), apart(a, c)]) expect(gap).toBeGreaterThan(40);
	await environment.screenshot('phone-unnamed-faces');
});
