/**
 * What the page knows, and who is told when it changes. A bot is "id" or, in the test environment, "id/test".
 */
export const store = {
	bot: '',
	bots: [],
	chat: 0,
	chats: new Map(),
	people: new Map(),
	switches: [],
	state: null
};

const listeners = new Map();

export function on(name, listener) {
	listeners.set(name, [...(listeners.get(name) ?? []), listener]);
}

export function tell(name, ...details) {
	(listeners.get(name) ?? []).forEach((listener) => listener(...details));
}

export const keyOf = (about) => about.test ? `${about.id ?? about.bot}/test` : String(about.id ?? about.bot);

/** The bot that the page shows. */
export const bot = () => store.bots.find((one) => keyOf(one) === store.bot);

/** The chat that is open. */
export const chat = () => store.chats.get(store.chat);

/** Whether an event is about the bot that the page shows. */
export const isOurs = (event) => keyOf({ bot: event.bot, test: event.test }) === store.bot;

/** Whether an event is about the chat that is open. */
export const isHere = (event) => isOurs(event) && event.chat === store.chat;
