import { PhoneEnvironment } from './phoneEnvironment';
import { PERSON } from './phoneSamples';

let environment: PhoneEnvironment;
beforeAll(async () => {
	environment = await PhoneEnvironment.open();
});
afterAll(() => environment?.close());

test('an answer that arrives after a newer one does not take a message back to an older status', async () => {
	const clientWaNumber = PERSON.heltar;
	await environment.show('heltar', clientWaNumber);
	await environment.write('Is anybody there?');
	await environment.bubble('Is anybody there?').waitFor();
	// The first look-up of the message is answered as it was then, when it has long been delivered.
	let held = 0;
	await environment.page.route(/\/phone\/[^/]+\?ids=/, async (route) => {
		const answer = await route.fetch();
		if (held++ === 0) await new Promise((resolve) => setTimeout(resolve, 1500));
		await route.fulfill({ response: answer });
	});
	await environment.heltar({ clientWaNumber, messageType: 'text', message: 'On its way' });
	await environment.bubble('On its way').getByRole('img', { name: 'Read' }).waitFor();
	await new Promise((resolve) => setTimeout(resolve, 2000));
	await environment.bubble('On its way').getByRole('img', { name: 'Read' }).waitFor({ timeout: 1000 });
	expect(held).toBeGreaterThan(1);
});
