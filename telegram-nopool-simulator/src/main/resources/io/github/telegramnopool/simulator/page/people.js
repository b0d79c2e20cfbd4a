import { chat, store } from './store.js';

/** Who is there before anybody was named. */
const FIRST = ['Ada', 'Bob', 'Chen', 'Dora', 'Emre', 'Faye', 'Goran', 'Hana'];

const FIRST_ID = 1001;

/** The visitor, until they choose to be somebody else. */
export const VISITOR = person(FIRST_ID);

const chosen = new Map();

export function person(id) {
	const known = store.people.get(id);
	const name = FIRST[id - FIRST_ID];
	return known ?? (name ? { id, is_bot: false, first_name: name, username: name.toLowerCase() } : { id });
}

export const nameOf = (user) => [user?.first_name, user?.last_name].filter(Boolean).join(' ') || String(user?.id ?? '');

/** Remember what an event tells about somebody. */
export function meet(about) {
	if (about && !about.is_bot) {
		// A private chat tells the same of the person, and that it is one
		const { type, ...user } = about;
		store.people.set(user.id, { ...store.people.get(user.id), ...user });
	}
}

/** Somebody whom nobody has heard of. */
export function stranger(name) {
	let id = FIRST_ID;
	while (store.people.has(id) || store.chats.has(id)) {
		id++;
	}
	const somebody = name ? { id, is_bot: false, first_name: name } : person(id);
	store.people.set(id, somebody);
	return somebody;
}

/** Who writes in the chat that is open: in a private chat there is but one. */
export function writer() {
	return (store.chat > 0) ? person(store.chat) : person(chosen.get(store.chat) ?? FIRST_ID);
}

export const choose = (id) => chosen.set(store.chat, id);

/** What a control call says of who acts. */
export function from() {
	const { id, is_bot, first_name, last_name, username } = writer();
	return first_name ? { id, is_bot: is_bot ?? false, first_name, last_name, username } : { id };
}

/** Whether a message was written by whoever writes now. */
export const isMine = (message) => message.from?.id === writer().id && chat()?.info.type !== 'channel';
