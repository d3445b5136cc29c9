/** A new template as far as every one of them is filled in alike. */
export const draft = {
	resource: 'template',
	operation: 'create',
	name: 'pick_up',
	language: 'en',
	bodyText: 'Hello {{1}}, pick up {{2}} today.',
	bodyExamples: { mappingMode: 'defineBelow', value: { 'body.1': 'Asha', 'body.2': '1042' } },
};
