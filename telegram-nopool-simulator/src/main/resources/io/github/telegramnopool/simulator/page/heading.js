import { callBot } from './api.js';
import { loadChats, titleOf } from './chats.js';
import { element, make, show } from './dom.js';
import { choose, from, meet, nameOf, person, stranger, writer } from './people.js';
import { bot, chat, isHere, on, store, tell } from './store.js';
import { word } from './words.js';

/** As long as Telegram shows that somebody types. */
const TYPING = 5000;

/** Choosing it lets somebody new in. */
const NEW = 'new';

let typing = 0;

let action = '';

let drawing = 0;

/** Show which chat is open, who writes in it, and what can be done about it. */
async function draw() {
	const open = chat();
	if (!open) {
		return;
	}
	element('chat-title').textContent = titleOf(open);
	note();
	const isPrivate = open.info.type === 'private';
	const isGroup = ['group', 'supergroup'].includes(open.info.type);
	const blocked = isPrivate && open.status === 'kicked';
	const block = element('block');
	show(block, isPrivate && !blocked);
	block.textContent = word('block');
	show(element('promote'), isGroup && open.status === 'member');
	show(element('blocked'), blocked || Boolean(open.migratedTo));
	show(element('write'), !blocked && !open.migratedTo);
	element('blocked-text').textContent = word(blocked ? 'is-blocked' : 'migrated-to');
	show(element('unblock'), blocked);
	element('unblock').textContent = word('unblock');
	show(element('writer-choice'), isGroup);
	if (isGroup) {
		await drawWriters();
	}
}

function note() {
	const open = chat();
	const name = bot()?.name ?? '';
	const kind = (open?.info.type === 'private') ? word('talks-to', name) : word(`kind-${open?.info.type}`);
	const gone = ['left', 'kicked'].includes(open?.status) && open.info.type !== 'private';
	element('chat-note').textContent = typing ? word('does', name, word(`action-${action}`))
		: gone ? word('bot-gone') : (open?.status === 'member' && open.info.type !== 'private') ? `${kind} · ${word('privacy')}` : kind;
}

async function drawWriters() {
	const turn = ++drawing;
	const members = await callBot('GET', `chats/${store.chat}/members`);
	if (turn !== drawing) {
		return;
	}
	members.forEach((member) => meet(member.user));
	const people = members.map((member) => member.user).filter((user) => !user.is_bot);
	if (people.length === 0) {
		people.push(writer());
	}
	if (!people.some((user) => user.id === writer().id)) {
		choose(people[0].id);
		tell('writer');
	}
	element('writer').replaceChildren(
		...people.map((user) => make('option', { value: user.id, selected: user.id === writer().id }, nameOf(user))),
		make('option', { value: NEW }, word('somebody-new')));
}

async function change(value) {
	if (value === NEW) {
		const user = stranger();
		await callBot('POST', `chats/${store.chat}/members`, { user: user.first_name ? user : { ...user, first_name: `User ${user.id}` } });
		choose(user.id);
	}
	else {
		choose(person(Number(value)).id);
	}
	await draw();
	tell('writer');
}

export function startHeading() {
	const attempt = (work) => work.catch((problem) => tell('problem', problem));
	['opened', 'changed', 'language', 'reread'].forEach((event) => on(event, () => attempt(draw())));
	element('writer').addEventListener('change', (event) => attempt(change(event.target.value)));
	element('block').addEventListener('click', () =>
		attempt(callBot('POST', `chats/${store.chat}/block`, { from: from() }).then(() => loadChats())));
	element('promote').addEventListener('click', () => attempt(callBot('POST', `chats/${store.chat}/members`,
		{ user: { id: bot().id }, status: 'administrator', from: from() }).then(() => loadChats())));
	element('back').addEventListener('click', () => document.body.dataset.screen = 'list');
	const quiet = () => {
		clearTimeout(typing);
		typing = 0;
		note();
	};
	on('event:action', (event) => {
		if (isHere(event)) {
			clearTimeout(typing);
			typing = setTimeout(quiet, TYPING);
			action = event.action;
			note();
		}
	});
	on('event:message', (event) => isHere(event) && event.message.from?.is_bot && quiet());
	on('opened', quiet);
}
