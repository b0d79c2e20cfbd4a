import { callBot } from './api.js';
import { addUnwritten, loadChats, openChat } from './chats.js';
import { element, make } from './dom.js';
import { person, stranger } from './people.js';
import { on, store, tell } from './store.js';

const SHOWN = 4000;

function toast(text, kind = '') {
	const node = make('p', { class: kind }, text);
	element('toasts').append(node);
	setTimeout(() => node.remove(), SHOWN);
}

function alert(text) {
	element('alert-text').textContent = text;
	if (!element('alert').open) {
		element('alert').showModal();
	}
}

/** Create what the visitor asked for, and go there. */
async function create(kind, name) {
	if (kind === 'private') {
		const user = stranger(name);
		addUnwritten(user);
		openChat(user.id);
		return;
	}
	const [owner, ...others] = [1001, 1002, 1003].map(person);
	const created = await callBot('POST', 'chats', { type: kind, title: name, from: owner });
	for (const user of (kind === 'channel') ? [] : others) {
		await callBot('POST', `chats/${created.id}/members`, { user });
	}
	await loadChats();
	if (store.chats.has(created.id)) {
		openChat(created.id);
	}
}

export function startDialogs() {
	on('toast', toast);
	on('alert', alert);
	on('problem', (problem) => toast(problem.message, 'bad'));
	const dialog = element('create');
	const name = element('create-name');
	element('new-chat').addEventListener('click', () => {
		dialog.returnValue = '';
		name.value = '';
		dialog.showModal();
		name.focus();
	});
	element('create-cancel').addEventListener('click', () => dialog.close(''));
	dialog.addEventListener('close', () => {
		if (dialog.returnValue === 'create' && name.value.trim()) {
			create(element('create-kind').value, name.value.trim()).catch((problem) => tell('problem', problem));
		}
	});
}
