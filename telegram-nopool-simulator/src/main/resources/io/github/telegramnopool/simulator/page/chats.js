import { callBot } from './api.js';
import { previewOf } from './content.js';
import { element, make, rove, soon, stop } from './dom.js';
import { meet, nameOf, VISITOR } from './people.js';
import { PULSE } from './pulse.js';
import { bot, isOurs, on, store, tell } from './store.js';
import { language, word } from './words.js';

const list = element('chats');

const nodes = new Map();

/** How often something was heard, so that what is said while the chats are read is not lost. */
let heardSoFar = 0;

export const titleOf = (chat) => chat.info.title ?? nameOf(chat.info);

/** A chat as the page keeps it. */
function chatOf(info, unread = 0) {
	const { last_message: last, keyboard, bot_status: status, migrated_to: migratedTo, ...rest } = info;
	return { info: rest, last, keyboard, status, migratedTo, unread };
}

/** Read all chats of the bot, and stay in the one that is open. */
export async function loadChats(tries = 3) {
	const key = store.bot;
	const before = heardSoFar;
	const read = await callBot('GET', 'chats');
	if (key !== store.bot) {
		return;
	}
	if (before !== heardSoFar && tries > 1) {
		await loadChats(tries - 1);
		return;
	}
	const unread = new Map([...store.chats].map(([id, chat]) => [id, chat.unread]));
	const unwritten = [...store.chats].filter(([, chat]) => chat.unwritten);
	store.chats = new Map([...unwritten, ...read.map((info) => [info.id, chatOf(info, unread.get(info.id))])]);
	read.filter((info) => info.type === 'private').forEach(meet);
	if (![...store.chats.keys()].some((id) => id > 0 && id !== PULSE.id)) {
		addUnwritten(VISITOR);
	}
	if (!store.chats.has(store.chat)) {
		openChat(sorted()[0].info.id, false);
	}
	else {
		tell('reread');
	}
	draw();
}

/** A private chat in which nothing was said. */
export function addUnwritten(user) {
	store.chats.set(user.id, { ...chatOf({ ...user, type: 'private' }), unwritten: true });
	draw();
}

/** @param seen whether the visitor asked for it; on a phone the list stays until then */
export function openChat(id, seen = true) {
	store.chat = id;
	store.chats.get(id).unread = 0;
	if (seen) {
		document.body.dataset.screen = 'chat';
	}
	tell('opened');
	draw();
	// Where there is a keyboard on the screen it would cover what is to be read
	if (seen && matchMedia('(hover: hover)').matches) {
		element('text').focus();
	}
}

function sorted() {
	const rank = (chat) => (chat.info.id === PULSE.id) ? -1 : (chat.last?.date ?? (chat.unwritten ? 1e10 : 0));
	return [...store.chats.values()].sort((a, b) => rank(b) - rank(a));
}

const draw = soon(() => {
	const wanted = sorted().map(nodeOf);
	if (wanted.length !== list.children.length || wanted.some((node, index) => node !== list.children[index])) {
		const focused = document.activeElement;
		list.replaceChildren(...wanted);
		if (list.contains(focused)) {
			focused.focus();
		}
	}
	stop(buttons(), list.querySelector('[aria-current]'));
});

const buttons = () => [...list.querySelectorAll('button')];

function nodeOf(chat) {
	const id = chat.info.id;
	const node = nodes.get(id) ?? make('li', {}, make('button', { type: 'button', onclick: () => openChat(id) }));
	nodes.set(id, node);
	const button = node.firstChild;
	const open = id === store.chat;
	const title = titleOf(chat);
	const time = chat.last ? new Date(chat.last.date * 1000).toLocaleTimeString(language(), { hour: '2-digit', minute: '2-digit' }) : '';
	button.toggleAttribute('aria-current', open);
	if (open) {
		button.setAttribute('aria-current', 'true');
	}
	const parts = [
		make('span', { class: `face tone-${Math.abs(id) % 4}`, 'aria-hidden': 'true' }, title.slice(0, 1)),
		make('span', { class: 'name' }, title),
		make('time', {}, time),
		make('span', { class: 'preview' }, previewOf(chat.last) || word(`kind-${chat.info.type}`))
	];
	if (chat.unread > 0) {
		parts.push(make('span', { class: 'unread', role: 'img', 'aria-label': word('unread', chat.unread) }, chat.unread));
	}
	button.replaceChildren(...parts);
	return node;
}

function heard(event) {
	if (!isOurs(event)) {
		return;
	}
	const { message } = event;
	heardSoFar++;
	const chat = store.chats.get(event.chat) ?? chatOf(message.chat);
	store.chats.set(event.chat, chat);
	const renamed = chat.info.first_name !== message.chat.first_name || chat.info.title !== message.chat.title;
	Object.assign(chat, { info: message.chat, last: message, unwritten: false });
	chat.migratedTo = message.migrate_to_chat_id ?? chat.migratedTo;
	if (event.chat !== store.chat && event.chat !== PULSE.id) {
		chat.unread++;
	}
	if (renamed && event.chat === store.chat) {
		tell('changed');
	}
	draw();
}

export function startChats() {
	rove(list, buttons);
	on('language', draw);
	on('event:message', heard);
	on('event:edited', (event) => {
		const chat = isOurs(event) && store.chats.get(event.chat);
		if (chat?.last?.message_id === event.message.message_id) {
			chat.last = event.message;
			draw();
		}
	});
	on('event:deleted', (event) => {
		const chat = isOurs(event) && store.chats.get(event.chat);
		if (chat?.last?.message_id === event.message_id) {
			chat.last = undefined;
			draw();
		}
	});
	on('event:chat', (event) => {
		if (isOurs(event)) {
			store.chats.set(event.chat, Object.assign(store.chats.get(event.chat) ?? chatOf(event.info), { info: event.info }));
			draw();
			tell('changed');
		}
	});
	on('event:member', (event) => {
		const about = isOurs(event) && store.chats.get(event.chat);
		if (about && event.new_chat_member.user.id === bot()?.id) {
			about.status = event.new_chat_member.status;
		}
		if (event.chat === store.chat) {
			tell('changed');
		}
	});
}
