/** What each figure says, and what it is meant to be. */
export const ABOUT: Record<string, { what: string; aim: string }> = {
	'heltar.calls': { what: '1,000 texts over Heltar: calls; theirs: HTTP Request node', aim: '≤ 10' },
	'heltar.connections': { what: '… connections opened', aim: '≤ 10' },
	'heltar.time': { what: '… time of the node at 50 ms latency', aim: 'ratio ≤ 0.6' },
	'heltar.overhead': {
		what: '… at no latency; theirs: the Set node with the same expressions',
		aim: 'ratio ≤ 1.3',
	},
	'heltar.perItem': { what: 'Time for an item among 50,000; theirs: among 1,000', aim: 'ratio ≤ 1.2' },
	'heltar.markdown': {
		what: '1,000 texts of 2 kB with Format set to Markdown, at no latency; theirs: As Typed',
		aim: 'ratio ≤ 1.1',
	},
	'heltar.memory': {
		what: 'Peak memory growth at 50,000 items; theirs: HTTP Request node, 50 calls each 0.1 s',
		aim: 'ratio ≤ 0.5',
	},
	'helloAll.paced.delivered': {
		what: '1,000 texts over Hello All, which takes 80 a second, at a pace of 80: people reached; theirs: HTTP Request node',
		aim: '1,000',
	},
	'helloAll.paced.mostPerPerson': { what: '… most messages to one of them', aim: '1' },
	'helloAll.paced.time': { what: '… time; theirs: what the rate allows', aim: 'ratio ≤ 1.15' },
	'helloAll.unpaced.delivered': { what: 'The same without a pace: people reached', aim: '1,000' },
	'helloAll.unpaced.mostPerPerson': { what: '… most messages to one of them', aim: '1' },
	'helloAll.unpaced.time': { what: '… time; theirs: what the rate allows', aim: '' },
	'pace.heltar.afterHold': {
		what: 'Heltar at 10 messages a second: most in any one second after a pause of 4 s; theirs: the pace',
		aim: 'ratio ≤ 1.25',
	},
	'pace.heltar.loop': { what: '… 4 batches of 50 in a loop at 50 a second', aim: 'ratio ≤ 1.25' },
	'pace.helloAll.afterHold': { what: 'The same over Hello All: after the pause', aim: 'ratio ≤ 1.25' },
	'pace.helloAll.loop': { what: '… in the loop', aim: 'ratio ≤ 1.25' },
	'heltar.document': {
		what: 'A document of 95 MB from binary: peak memory growth; theirs: HTTP Request node, upload alone',
		aim: '≤ 40 MB',
	},
	'trigger.events': {
		what: '1,000 messages with four statuses each through our trigger, n8n as it is by default; theirs: Webhook node with a secret in a header',
		aim: 'ratio ≥ 0.9',
	},
	'trigger.executions': { what: '… executions of it', aim: '1,000' },
	'trigger.messages': { what: 'The messages alone, each of which starts an execution', aim: 'ratio ≥ 0.9' },
	'trigger.unguarded': {
		what: '… with checking off; theirs: Webhook node open to anyone, which n8n gives a short cut',
		aim: '',
	},
	'trigger.status': {
		what: 'A status that nobody asked for, n8n as it is by default; theirs: Webhook node with a secret in a header, which starts an execution for it',
		aim: 'ratio ≤ 1.1',
	},
	'trigger.status.executions': { what: '… executions of it', aim: '0' },
	'trigger.lazy.events': {
		what: 'The same with `N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE=true` on both sides: messages with four statuses each',
		aim: 'four times that without',
	},
	'trigger.lazy.executions': { what: '… executions of it', aim: '1,000' },
	'trigger.lazy.messages': { what: '… the messages alone', aim: 'four times that without' },
	'trigger.lazy.unguarded': { what: '… with checking off; theirs: open to anyone', aim: '' },
	'trigger.lazy.status': { what: '… a status that nobody asked for', aim: 'ratio ≤ 1.1' },
	'trigger.lazy.status.executions': { what: '… executions of it', aim: '0' },
	'trigger.collect': {
		what: 'Wait for More Messages (1 s), with the same setting: 300 people who write three messages each; theirs: Webhook node',
		aim: '',
	},
	'trigger.collect.executions': { what: '… executions of it', aim: '300' },
	'trigger.collect.memory': { what: '… memory while 1,000 deliveries wait', aim: '< 60 MB' },
	'trigger.collect.beside': {
		what: '… a message of another trigger meanwhile; theirs: the same with none waiting',
		aim: '',
	},
	'queue.oneWorker': {
		what: 'Queue mode, one worker: messages through our trigger; theirs: Webhook node with a secret in a header, Respond to Webhook',
		aim: 'ratio ≥ 0.9',
	},
	'queue.oneWorker.atOnce': {
		what: '… theirs: the Webhook node answering at once, as ours does',
		aim: 'ratio ≥ 0.9',
	},
	'queue.oneWorker.open': {
		what: '… theirs: the same open to anyone, which n8n gives a short cut',
		aim: '',
	},
	'queue.twoWorkers': { what: 'The same with two workers; theirs: Respond to Webhook', aim: 'ratio ≥ 0.9' },
	'queue.twoWorkers.atOnce': { what: '… theirs: answering at once', aim: 'ratio ≥ 0.9' },
	'queue.twoWorkers.open': { what: '… theirs: open to anyone', aim: '' },
	'queue.growth': {
		what: 'Two workers to one, webhook processes and databases on the same machine; theirs: Respond to Webhook',
		aim: '',
	},
	'queue.drain': { what: 'Waiting executions two workers finish in a second; theirs: one worker', aim: '' },
	'memory.history': {
		what: 'An agent with Heltar Chat Memory and a conversation of 10,000 messages, its model answers at once; theirs: Simple Memory with the same 20 messages',
		aim: 'at most 100 ms more',
	},
	'memory.history.reads': { what: '… calls to Heltar for it', aim: '1' },
	'memory.history.messages': {
		what: '… messages fetched; theirs: those of the conversation',
		aim: 'the window and what may drop out of it',
	},
	'package.size': { what: 'The packed package', aim: '≤ 300 kB' },
	'package.loading': {
		what: 'Loading the action nodes and triggers; theirs: n8n’s WhatsApp and Telegram nodes',
		aim: 'ratio ≤ 0.25',
	},
};
