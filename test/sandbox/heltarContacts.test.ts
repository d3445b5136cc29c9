import { Bench, text, useBench } from './harness';

const NEW = '919822222201';
const bench = useBench(Bench);

const client = (clientWaNumber: string, more: object = {}) => ({
	username: 'Ravi',
	attributes: '{"city":"Pune"}',
	countryCode: 91,
	clientWaNumber,
	...more,
});
const upsert = async (...clients: object[]) => await bench.heltar('POST', '/v1/clients', clients);
const get = async (number: string) => (await bench.heltar('GET', `/v1/clients/${number}`)).body.data;
const attributes = async (number: string) => JSON.parse((await get(number)).attributes);

describe('contacts', () => {
	test('are created and updated, attributes merging key by key', async () => {
		const created = await upsert(client(NEW));
		expect(created.status).toBe(200);
		expect(created.body.data[0]).toMatchObject({ username: 'Ravi', clientWaNumber: NEW, countryCode: 91 });
		await upsert(client(NEW, { username: '', attributes: { age: 30, shoe: '42' }, countryCode: null }));
		expect(await get(NEW)).toMatchObject({ username: 'Ravi', countryCode: 91 });
		expect(await attributes(NEW)).toEqual({ city: 'Pune', age: 30, shoe: '42' });
		const defined = (await bench.heltar('GET', '/v1/business/attributes')).body.data;
		expect(defined).toContainEqual({ fieldKey: 'shoe', dataType: 'text' });
	});

	test('the id of a fresh one is a placeholder; reading it again gives the real one', async () => {
		const { id } = (await upsert(client(NEW))).body.data[0];
		expect((await get(NEW)).id).not.toBe(id);
	});

	test.each<[string, object, RegExp]>([
		['a country code that does not match', { countryCode: 44 }, /does not match/],
		['a number that is no number', { attributes: { age: 'old' } }, /must be a number/],
		['a value outside the list', { attributes: { plan: 'Gold' } }, /one of Basic/],
		['an unknown tag', { attributes: { tags: ['nobody'] } }, /Tag nobody/],
		['attributes that are no JSON', { attributes: 'city=Pune' }, /attributes/],
		['an unknown agent', { assignTo: 'nobody@example.com' }, /nobody@example.com/],
		['a missing key', { username: undefined }, /username/],
	])('%s: 400 naming it, while the good ones are saved', async (_name, change, reason) => {
		const { status, body } = await upsert(client(NEW), client('919822222202', change));
		expect(status).toBe(400);
		expect(body.errorRaw.successfulClients).toHaveLength(1);
		expect(body.errorRaw.failedClients[0].error).toMatch(reason);
		expect(body.errorRaw.failedClients[0].client.clientWaNumber).toBe('919822222202');
		expect((await get(NEW)).username).toBe('Ravi');
	});

	test('of two with one number in a request the first wins', async () => {
		await upsert(client(NEW), client(NEW, { username: 'Second' }));
		expect((await get(NEW)).username).toBe('Ravi');
	});

	test('unknown: 404', async () => {
		const { status, body } = await bench.heltar('GET', '/v1/clients/919899999999');
		expect(status).toBe(404);
		expect(body.errorMessage).toContain('Client Details not found');
	});

	test('are listed in pages that neither repeat nor lose anyone, short where blocked ones were', async () => {
		await upsert(...Array.from({ length: 9 }, (_, index) => client(`91982222230${index}`)));
		const seen: string[] = [];
		let cursor: string | null = null;
		let short = false;
		do {
			const query: string = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
			const { data } = (await bench.heltar('GET', `/v1/clients?limit=3${query}`)).body;
			short ||= data.clients.length < 3 && data.nextCursor !== null;
			seen.push(...data.clients.map((one: { clientWaNumber: string }) => one.clientWaNumber));
			cursor = data.nextCursor;
		} while (cursor);
		expect(new Set(seen).size).toBe(seen.length);
		expect(seen).toHaveLength(9 + 6);
		expect(seen).not.toContain('919800000105');
		expect(short).toBe(true);
	});

	test('can be filtered; filtered pages are smaller', async () => {
		const numbers = async (query: string) =>
			(await bench.heltar('GET', `/v1/clients?${query}`)).body.data.clients.map(
				(one: { username: string }) => one.username,
			);
		expect(await numbers('tags=vip')).toEqual([]);
		await bench.control('POST', '/heltar/inbound', {
			from: '919800000101',
			message: { type: 'text', text: 'Hi' },
		});
		for (const number of ['919800000102', '919800000103']) await bench.send(text(number));
		expect(await numbers('tags=vip')).toEqual(['Asha Verma']);
		expect(await numbers('tags=new&tags=newsletter')).toEqual(['Meera Iyer']);
		expect(await numbers('assigned=true')).toEqual([]);
		expect(await numbers('unread=true')).toEqual(['Asha Verma']);
		expect(await numbers('unread=false')).toHaveLength((await numbers('')).length);
		expect(await numbers('afterTs=1&afterId=x')).toHaveLength((await numbers('')).length);
		expect(await numbers('isOpen=true&afterTs=1&afterId=x')).toEqual([]);
		expect((await bench.heltar('GET', '/v1/clients?limit=5001')).status).toBe(400);
		expect((await bench.heltar('GET', '/v1/clients?tags=vip&limit=1001')).status).toBe(400);
		expect((await bench.heltar('GET', '/v1/clients?cursor=nonsense')).status).toBe(400);
	});

	test('are deleted with their messages', async () => {
		await bench.send(text(NEW));
		const { body } = await bench.heltar('DELETE', '/v1/clients', { clientWaNumbers: [NEW, '919899999999'] });
		expect(body.data).toEqual({ notDeleted: ['919899999999'], deletedCount: 1 });
		expect((await bench.heltar('GET', `/v1/messages/${NEW}`)).status).toBe(404);
		expect((await bench.heltar('DELETE', '/v1/clients', { clientWaNumbers: [] })).status).toBe(400);
	});

	test('attributes merge and tags replace in one call; it fails only when nothing succeeded', async () => {
		const path = '/v1/clients/attributes-and-tags';
		const mixed = await bench.heltar('PUT', path, [
			{ clientWaNumber: '919800000101', attributes: { age: 35 }, tags: ['new'] },
			{ clientWaNumber: '919899999999', tags: [] },
		]);
		expect(mixed.status).toBe(200);
		expect(mixed.body.data.summary).toEqual({ total: 2, successful: 1, failed: 1 });
		expect(await attributes('919800000101')).toEqual({ city: 'Pune', age: 35, plan: 'Plus', tags: ['new'] });
		const none = await bench.heltar('PUT', path, [{ clientWaNumber: '919800000101' }]);
		expect(none.status).toBe(400);
		expect(none.body.errorRaw.results[0]).toMatchObject({ success: false });
		expect((await bench.heltar('PUT', path, [])).status).toBe(400);
		const { body } = await bench.heltar('GET', '/v1/clients/client-attributes/919800000101');
		expect(body).toMatchObject({ code: 200, data: { attributes: { age: 35 } } });
	});
});

describe('chats', () => {
	const ASHA = '919800000101';

	test('open and close', async () => {
		await bench.heltar('PUT', `/v1/clients/chat/toggle/${ASHA}`, { isOpen: false });
		expect((await get(ASHA)).isOpen).toBe(false);
		expect((await bench.heltar('PUT', '/v1/clients/chat/toggle/919899999999', { isOpen: true })).status).toBe(
			404,
		);
		expect((await bench.heltar('PUT', `/v1/clients/chat/toggle/${ASHA}`, { isOpen: 'yes' })).status).toBe(
			400,
		);
	});

	test('are assigned to an agent, or to the least busy one', async () => {
		const assign = async (body: object) =>
			(await bench.heltar('POST', '/v1/clients/chat/assign', body)).status;
		expect(await assign({ clientWaNumber: ASHA, email: 'Priya@example.com' })).toBe(200);
		expect((await get(ASHA)).businessEmployees).toEqual([
			{ id: 11, name: 'Priya Nair', email: 'priya@example.com' },
		]);
		expect(await assign({ clientWaNumber: '919800000102' })).toBe(200);
		expect((await get('919800000102')).businessEmployees[0].email).toBe('arjun@example.com');
		expect(await assign({ clientWaNumber: ASHA, email: 'new.colleague@example.com' })).toBe(400);
		expect(await assign({ clientWaNumber: '919899999999', email: 'priya@example.com' })).toBe(404);
	});

	test('blocking stops what is sent and takes the contact off the list', async () => {
		await bench.heltar('PUT', `/v1/clients/chat/block/${ASHA}`, { isBlocked: true });
		expect((await bench.send(text(ASHA))).body.errorRaw.fail[0].errorData).toBe('Client is blocked');
		const blocked = (await bench.heltar('GET', '/v1/clients/blocked')).body.data;
		expect(blocked.map((one: { clientWaNumber: string }) => one.clientWaNumber)).toContain(ASHA);
		await bench.heltar('PUT', `/v1/clients/chat/block/${ASHA}`, { isBlocked: false });
		expect((await bench.send(text(ASHA))).status).toBe(200);
	});

	test('a bot is assigned and taken away', async () => {
		const assign = async (chatbotId: string | null) =>
			await bench.heltar('PUT', '/v1/clients/bot/assign', { clientWaNumber: ASHA, chatbotId });
		expect((await assign('bot-orders')).body.data).toEqual({
			clientWaNumber: ASHA,
			assignedChatbotId: 'bot-orders',
		});
		expect((await assign(null)).body.data.assignedChatbotId).toBeNull();
		expect((await assign('nobody')).status).toBe(404);
	});

	test('are marked as read', async () => {
		await bench.control('POST', '/heltar/inbound', { from: ASHA, message: { type: 'text', text: 'Hi' } });
		expect((await get(ASHA)).unreadMessages).toBe(1);
		await bench.heltar('GET', `/v1/messages/mark-read-msg/${ASHA}`);
		expect((await get(ASHA)).unreadMessages).toBe(0);
		await bench.settings({ markRead: false });
		const { status, body } = await bench.heltar('GET', `/v1/messages/mark-read-msg/${ASHA}`);
		expect(status).toBe(200);
		expect(body.data.message).toContain('disabled');
	});

	test('show that someone is typing, in answer to a customer’s message only', async () => {
		const inbound = await bench.control('POST', '/heltar/inbound', {
			from: ASHA,
			message: { type: 'text', text: 'Hi' },
		});
		const type = async (messageId: string) =>
			(
				await bench.heltar('POST', '/v1/business/typing-indicator', {
					messageId,
					typingIndicatorType: 'text',
				})
			).status;
		expect(await type(inbound.body.id)).toBe(200);
		expect((await get(ASHA)).unreadMessages).toBe(0);
		const sent = await bench.send(text(ASHA));
		expect(await type(sent.body.data.success[0].message.wamid)).toBe(400);
	});
});

describe('attributes', () => {
	const path = '/v1/business/attributes';

	test('are created all or none', async () => {
		const shoe = { fieldKey: 'shoe', dataType: 'numerical' };
		const { body } = await bench.heltar('POST', path, { attributes: [shoe] });
		expect(body.data).toContainEqual(shoe);
		const clash = await bench.heltar('POST', path, {
			attributes: [{ fieldKey: 'hat', dataType: 'text' }, shoe],
		});
		expect(clash.status).toBe(409);
		expect((await bench.heltar('GET', path)).body.data).not.toContainEqual({
			fieldKey: 'hat',
			dataType: 'text',
		});
	});

	test.each<[object, number]>([
		[{ fieldKey: 'tags', dataType: 'tags', tagOptions: ['a'] }, 409],
		[{ fieldKey: 'size', dataType: 'dropdown' }, 400],
		[{ fieldKey: 'size', dataType: 'dropdown', dropdownOptions: [] }, 400],
		[{ fieldKey: 'size', dataType: 'colour' }, 400],
		[{ fieldKey: '', dataType: 'text' }, 400],
	])('%j cannot be created', async (attribute, status) => {
		expect((await bench.heltar('POST', path, { attributes: [attribute] })).status).toBe(status);
	});

	test('renaming and retyping convert the values on contacts', async () => {
		const update = async (oldAttribute: string, newAttribute: unknown) =>
			await bench.heltar('PUT', path, { oldAttribute, newAttribute });
		await update('city', { fieldKey: 'town', dataType: 'numerical' });
		expect(await attributes('919800000101')).toMatchObject({ town: 0 });
		await update('town', { fieldKey: 'town', dataType: 'dropdown', dropdownOptions: ['A', 'B'] });
		expect(await attributes('919800000101')).toMatchObject({ town: 'A' });
		await update('tags', { fieldKey: 'tags', dataType: 'tags', tagOptions: ['new'] });
		expect(await attributes('919800000103')).toMatchObject({ tags: ['new'] });
		expect((await update('town', { fieldKey: 'age', dataType: 'text' })).body.errorMessage).toBe(
			'Attribute: age already exists! Please delete it first and then update the attribute!',
		);
		expect((await update('nobody', { fieldKey: 'x', dataType: 'text' })).status).toBe(400);
		expect((await update('town', 'age')).status).toBe(400);
	});

	test('deleting takes the value off every contact; tags stay', async () => {
		expect((await bench.heltar('DELETE', `${path}?attribute=city`)).body.data).not.toContainEqual({
			fieldKey: 'city',
			dataType: 'text',
		});
		expect(await attributes('919800000101')).not.toHaveProperty('city');
		for (const query of ['?attribute=tags', '?attribute=nobody', ''])
			expect((await bench.heltar('DELETE', `${path}${query}`)).status).toBe(400);
	});
});
