import { tell } from './store.js';

const NAMES = ['message', 'edited', 'deleted', 'reactions', 'action', 'callback_answer', 'inline_answer', 'keyboard',
	'chat', 'member', 'commands', 'phases', 'switches', 'state'];

const RETRY = 2000;

/**
 * Listen to what happens, for as long as the page is open. What was missed while there was no stream has to be read
 * again: "connected" is told each time that there is one.
 */
export function listen() {
	const stream = new EventSource('_sim/events');
	NAMES.forEach((name) => stream.addEventListener(name, (event) => tell(`event:${name}`, read(event.data))));
	stream.addEventListener('open', () => tell('connected'));
	stream.addEventListener('error', () => {
		tell('disconnected');
		// Otherwise the browser tries again by itself
		if (stream.readyState === EventSource.CLOSED) {
			setTimeout(listen, RETRY);
		}
	});
}

/** An event, with the number of the chat that it is about, and what it tells about the chat beside it. */
function read(data) {
	const event = JSON.parse(data);
	return (typeof event.chat === 'object') ? { ...event, chat: event.chat.id, info: event.chat } : event;
}
