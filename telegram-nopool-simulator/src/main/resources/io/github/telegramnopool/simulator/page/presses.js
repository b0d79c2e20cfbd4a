import { callChat } from './api.js';
import { from } from './people.js';
import { isOurs, on, tell } from './store.js';

/** As long as Telegram waits for an answer. */
const PATIENCE = 15000;

const waiting = new Map();

/** An answer can come sooner than the id of its query. */
const early = new Map();

/** Press a button below a message, and wait until the bot has answered, or for a while. */
export async function press(message, button) {
	const { callback_query_id: id } = await callChat('POST', `messages/${message.message_id}/press`,
		{ data: button.callback_data, from: from() });
	const answer = early.get(id) ?? await new Promise((resolve) => {
		waiting.set(id, resolve);
		setTimeout(resolve, PATIENCE);
	});
	waiting.delete(id);
	early.delete(id);
	if (answer?.text && answer.show_alert) {
		tell('alert', answer.text);
	}
	else if (answer?.text || answer?.url) {
		tell('toast', answer.text ?? answer.url);
	}
}

on('event:callback_answer', (event) => {
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
