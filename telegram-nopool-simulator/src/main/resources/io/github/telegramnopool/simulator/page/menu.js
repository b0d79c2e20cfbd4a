import { callChat } from './api.js';
import { previewOf } from './content.js';
import { element, make, rove, stop } from './dom.js';
import { isMine } from './people.js';
import { EMOJI, react } from './reactions.js';
import { tell } from './store.js';
import { word } from './words.js';

const menu = element('menu');

let opener = null;

/** Show what can be done with a message, beside the button that was pressed for it. */
export function openMenu(message, button) {
	const item = (name, action, label) => make('button', {
		type: 'button', role: 'menuitem', tabindex: '-1', class: 'item', 'aria-label': label, onclick: () => run(action)
	}, name);
	menu.replaceChildren(
		make('div', { role: 'group', 'aria-label': word('react') },
			...EMOJI.map((emoji) => item(emoji, () => react(message.message_id, emoji), word('react-with', emoji)))),
		item(word('reply'), () => tell('reply', message)),
		...(isMine(message) && message.text !== undefined ? [item(word('edit'), () => tell('edit', message))] : []),
		...(message.text ? [item(word('copy'), () => navigator.clipboard.writeText(previewOf(message)))] : []),
		item(word('pin'), () => callChat('POST', `messages/${message.message_id}/pin`)),
		item(word('delete'), () => callChat('DELETE', `messages/${message.message_id}`)));
	opener = button;
	menu.togglePopover(true);
	place(button);
	stop(items());
	items()[0].focus();
}

const items = () => [...menu.querySelectorAll('.item')];

async function run(action) {
	menu.hidePopover();
	try {
		await action();
	}
	catch (problem) {
		tell('problem', problem);
	}
}

function place(button) {
	const at = button.getBoundingClientRect();
	const room = menu.getBoundingClientRect();
	menu.style.left = `${Math.max(8, Math.min(at.left, innerWidth - room.width - 8))}px`;
	menu.style.top = `${(at.bottom + room.height < innerHeight - 8) ? at.bottom : Math.max(8, at.top - room.height)}px`;
}

export function startMenu() {
	rove(menu, items);
	menu.addEventListener('keydown', (event) => {
		if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
			const all = items();
			const at = all.indexOf(document.activeElement) + ((event.key === 'ArrowRight') ? 1 : -1);
			all[(at + all.length) % all.length].focus();
		}
		else if (event.key === 'Tab') {
			menu.hidePopover();
		}
	});
	menu.addEventListener('toggle', (event) => {
		if (event.newState === 'closed' && opener?.isConnected && (document.activeElement === document.body || menu.contains(document.activeElement))) {
			opener.focus();
		}
	});
}
