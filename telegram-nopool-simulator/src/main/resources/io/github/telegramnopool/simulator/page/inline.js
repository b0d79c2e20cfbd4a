import { callBot } from './api.js';
import { from } from './people.js';
import { bot, isOurs, on, store, tell } from './store.js';
import { word } from './words.js';

/** A user waits no longer; by then Telegram has forgotten the query. */
const PATIENCE = 10000;

const waiting = new Map();

/** An answer can come sooner than the id of its query. */
const early = new Map();

/** What a text asks the bot, as in "@its_name cats", or null. */
export function inlineQuery(text) {
	const name = `@${bot()?.username} `;
	return (bot() && text.toLowerCase().startsWith(name.toLowerCase())) ? text.slice(name.length) : null;
}

/** Ask the bot, and give its results to choose from. */
export async function askInline(query) {
	try {
		const { inline_query_id: id } = await callBot('POST', 'inline', { query, from: from() });
		const answer = early.get(id) ?? await new Promise((resolve) => {
			waiting.set(id, resolve);
			setTimeout(resolve, PATIENCE);
		});
		waiting.delete(id);
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

export function startInline() {
	on('event:inline_answer', (event) => {
		if (!isOurs(event)) {
			return;
		}
		const resolve = waiting.get(event.id);
		if (resolve) {
			resolve(event);
		}
		else {
			early.set(event.id, event);
			setTimeout(() => early.delete(event.id), PATIENCE);
		}
	});
}
