import { answersOf } from './answers.js';
import { callChat } from './api.js';
import { from } from './people.js';
import { tell } from './store.js';

/** A person waits no longer. */
const answerTo = answersOf('callback_answer', 15000);

/** Press a button below a message, and wait for what the bot says to it. */
export async function press(message, button) {
	const { callback_query_id: id } = await callChat('POST', `messages/${message.message_id}/press`,
		{ data: button.callback_data, from: from() });
	const answer = await answerTo(id);
	if (answer?.text && answer.show_alert) {
		tell('alert', answer.text);
	}
	else if (answer?.text || answer?.url) {
		tell('toast', answer.text ?? answer.url);
	}
}
