import { callChat } from './api.js';
import { make } from './dom.js';
import { from, writer } from './people.js';
import { isHere, on, store, tell } from './store.js';
import { word } from './words.js';

export const EMOJI = ['👍', '❤', '🔥', '😁', '😢', '👀'];

let counts = {};

/** What this page reacted with: by chat, message and person. */
const own = new Map();

const ownKey = (message) => `${store.bot}/${store.chat}/${message}/${writer().id}`;

/** Read the reactions of the chat that is open. */
export async function loadReactions() {
	counts = await callChat('GET', 'reactions');
}

/** React, or take it back if it was the same. */
export async function react(message, emoji) {
	const key = ownKey(message);
	const given = (own.get(key) === emoji) ? null : emoji;
	await callChat('POST', `messages/${message}/reactions`, { emoji: given ? [given] : [], from: from() });
	own.set(key, given);
}

/** The reactions below a message. */
export function reactionsOf(message) {
	const row = make('div', { class: 'reactions' });
	for (const { type, total_count } of counts[message] ?? []) {
		const emoji = type.emoji ?? '★';
		const mine = own.get(ownKey(message)) === emoji;
		row.append(make('button', {
			type: 'button',
			'aria-pressed': String(mine),
			'aria-label': word('reaction', emoji, total_count),
			onclick: () => react(message, emoji).catch((problem) => tell('problem', problem))
		}, `${emoji} ${total_count}`));
	}
	return row;
}

on('event:reactions', (event) => {
	if (isHere(event)) {
		counts[event.message_id] = event.reactions;
		tell('redraw', event.message_id);
	}
});
