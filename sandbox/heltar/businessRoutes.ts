import type { Hono } from 'hono';
import { z } from 'zod';
import type { SandboxEnv } from '../core/provider.ts';
import { answer, ApiError, heltarRoutes, readBody } from './answers.ts';
import { contactsOf } from './contact.ts';
import { optRulesOf } from './optRules.ts';
import { business } from './record.ts';
import type { HeltarWorld } from './settings.ts';
import { showWebhook, webhooksOf } from './webhooks.ts';

/** The fields `account-status` can be asked for. */
const ACCOUNT_STATUS: Record<string, unknown> = {
	health_status: { can_send_message: 'AVAILABLE' },
	status: 'CONNECTED',
	quality_rating: 'GREEN',
	whatsapp_business_manager_messaging_limit: 'TIER_10K',
	throughput: { level: 'STANDARD' },
	name_status: 'APPROVED',
	verified_name: business.name,
	display_phone_number: business.displayPhoneNumber,
};

const typing = z.object({
	messageId: z.string().min(1),
	typingIndicatorType: z.enum(['text', 'image', 'video', 'audio', 'document']).optional(),
});

export function businessRoutes(world: HeltarWorld): Hono<SandboxEnv> {
	const app = heltarRoutes();

	app.get('/heltar/v1/business', (c) => {
		const rules = optRulesOf(world);
		return answer(c, 'Successfully fetched business', {
			id: business.id,
			name: business.name,
			phoneNumberId: business.phoneNumberId,
			wabaId: business.wabaId,
			bizWhatsappNumber: business.displayPhoneNumber,
			// Settings stand here once they are set.
			integrations: {
				...(rules && { optRules: rules }),
				...(world.settings.pauseMarketing && { pauseMarketingTemplates: true }),
			},
			webhooks: webhooksOf(world)
				.all()
				.map((webhook) => showWebhook(world, webhook)),
			asyncMessageMode: world.settings.asyncMode,
			isMarkReadMsg: world.settings.markRead,
			orgId: 1,
			canViewCost: true,
		});
	});

	app.get('/heltar/v1/business/account-status', (c) => {
		const wanted = (c.req.query('fields') ?? '').split(',').filter((field) => field.trim() !== '');
		const known = wanted.filter((field) => field in ACCOUNT_STATUS);
		const unknown = wanted.filter((field) => !(field in ACCOUNT_STATUS));
		return answer(c, 'Successfully fetched account status', {
			...Object.fromEntries(known.map((field) => [field, ACCOUNT_STATUS[field]])),
			...(unknown.length > 0 && {
				partialErrors: unknown.map((source) => ({ source, error: `Unknown field ${source}` })),
			}),
		});
	});

	app.post('/heltar/v1/business/typing-indicator', async (c) => {
		const { messageId, typingIndicatorType = 'text' } = await readBody(c, typing);
		const message = world.messages.find(messageId);
		if (!message || message.direction !== 'in')
			throw new ApiError(400, 'messageId: must be the id of a message from a customer');
		const contacts = contactsOf(world);
		const contact = contacts.get(message.number);
		if (contact) contacts.put(message.number, { ...contact, unreadMessages: 0 });
		world.emit('typing', { number: message.number, kind: typingIndicatorType });
		return answer(c, 'Typing indicator sent successfully');
	});

	app.put('/heltar/v1/business/async-message-mode', async (c) => {
		const { asyncMessageMode } = await readBody(c, z.object({ asyncMessageMode: z.boolean() }));
		world.change({ asyncMode: asyncMessageMode });
		return answer(c, 'Async message mode updated successfully');
	});

	app.put('/heltar/v1/business/pause-marketing-templates', async (c) => {
		const { pauseMarketingTemplates } = await readBody(c, z.object({ pauseMarketingTemplates: z.boolean() }));
		world.change({ pauseMarketing: pauseMarketingTemplates });
		return answer(c, 'Pause marketing templates updated successfully');
	});

	return app;
}
