import { store } from './store.js';

/**
 * Make a call of the control API.
 * @param body an object for JSON, or a File
 * @throws Error what the simulator says is wrong, or that it does not answer
 */
export async function call(verb, path, body) {
	const options = { method: verb };
	if (body instanceof Blob) {
		options.body = body;
	}
	else if (body !== undefined) {
		options.headers = { 'Content-Type': 'application/json' };
		options.body = JSON.stringify(body);
	}
	const response = await fetch(`_sim/${path}`, options);
	const answer = await response.json();
	if (!response.ok) {
		throw new Error(answer.description ?? response.statusText);
	}
	return answer;
}

/** Make a call about a bot; about the one that the page shows, unless another is named. */
export const callBot = (verb, path, body, bot = store.bot) => call(verb, `bots/${bot}/${path}`, body);

/** Make a call about the chat that is open. */
export const callChat = (verb, path, body) => callBot(verb, `chats/${store.chat}/${path}`, body);

/** Where a file of the bot is to be had. */
export const fileUrl = (id) => `_sim/bots/${store.bot}/files/${encodeURIComponent(id)}`;
