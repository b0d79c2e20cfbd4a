import { answersOf } from './answers.js';
import { callBot } from './api.js';
import { from } from './people.js';
import { bot, store, tell } from './store.js';
import { word } from './words.js';

/** A person waits no longer. */
const answerTo = answersOf('inline_answer', 10000);

/** What a text asks the bot, as in "@its_name cats", or null. */
export function inlineQuery(text) {
	const name = `@${bot()?.username} `;
	return (bot() && text.toLowerCase().startsWith(name.toLowerCase())) ? text.slice(name.length) : null;
}

/** Ask the bot, and give its results to choose from. */
export async function askInline(query) {
	try {
		const { inline_query_id: id } = await callBot('POST', 'inline', { query, from: from() });
		const answer = await answerTo(id);
		return (answer?.results ?? []).map((result) => ({
			name: result.title ?? result.caption ?? word(`result-${result.type}`),
			description: result.description ?? result.input_message_content?.message_text,
			action: () => choose(id, result)
		}));
	}
	catch (problem) {
		tell('problem', problem);
		return [];
	}
}

function choose(id, result) {
	tell('insert', '');
	callBot('POST', `inline/${id}/choose`, { result_id: result.id, chat: store.chat })
		.catch((problem) => tell('problem', problem));
}
