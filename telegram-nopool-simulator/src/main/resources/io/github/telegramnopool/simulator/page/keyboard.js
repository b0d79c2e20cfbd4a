import { element, make, show } from './dom.js';
import { press } from './presses.js';
import { bot, chat, isHere, isOurs, on, store, tell } from './store.js';
import { word } from './words.js';

/** The keyboard below a message. */
export function inlineKeyboard(message) {
	const keyboard = make('div', { class: 'keys', role: 'group', 'aria-label': word('buttons') });
	for (const row of message.reply_markup.inline_keyboard) {
		keyboard.append(make('div', {}, ...row.map((button) => inlineButton(message, button))));
	}
	return keyboard;
}

function inlineButton(message, button) {
	const classes = `key ${button.style ?? ''}`;
	if (button.url && /^(https?|tg):/i.test(button.url)) {
		return make('a', { class: classes, href: button.url, target: '_blank', rel: 'noopener noreferrer' },
			button.text, make('small', {}, `↗ ${button.url}`));
	}
	const action = actionOf(message, button);
	const node = make('button', { type: 'button', class: classes, disabled: !action, title: action ? null : word('no-action') }, button.text);
	node.addEventListener('click', async () => {
		node.setAttribute('aria-busy', 'true');
		try {
			await action();
		}
		catch (problem) {
			tell('problem', problem);
		}
		node.removeAttribute('aria-busy');
	});
	return node;
}

function actionOf(message, button) {
	if (button.callback_data !== undefined) {
		return () => press(message, button);
	}
	const query = button.switch_inline_query_current_chat ?? button.switch_inline_query ?? button.switch_inline_query_chosen_chat?.query;
	if (query !== undefined) {
		return () => tell('insert', `@${bot().username} ${query}`);
	}
	if (button.copy_text) {
		return async () => {
			await navigator.clipboard.writeText(button.copy_text.text);
			tell('toast', word('copied', button.copy_text.text));
		};
	}
	return null;
}

const area = element('keyboard');
const toggle = element('keys');
let open = true;

/** Show the keyboard that the bot put below the input, if it did. */
export function showReplyKeyboard() {
	const markup = chat()?.keyboard;
	const rows = markup?.keyboard ?? [];
	show(toggle, rows.length > 0);
	show(area, rows.length > 0 && open);
	toggle.setAttribute('aria-expanded', String(open));
	area.classList.toggle('tall', !markup?.resize_keyboard);
	area.replaceChildren(...rows.map((row) => make('div', {}, ...row.map((button) => key(markup, button)))));
	element('text').placeholder = markup?.input_field_placeholder ?? word('message');
}

function key(markup, button) {
	const text = button.text ?? button;
	return make('button', {
		type: 'button',
		class: `key ${button.style ?? ''}`,
		onclick: () => {
			tell('say', text);
			if (markup.one_time_keyboard) {
				open = false;
				showReplyKeyboard();
			}
		}
	}, text);
}

export function startKeyboard() {
	toggle.addEventListener('click', () => {
		open = !open;
		showReplyKeyboard();
	});
	on('opened', () => {
		open = true;
		showReplyKeyboard();
	});
	on('event:keyboard', (event) => {
		const about = isOurs(event) && store.chats.get(event.chat);
		if (about) {
			about.keyboard = event.reply_markup.remove_keyboard ? null : event.reply_markup;
		}
		if (isHere(event)) {
			open = true;
			showReplyKeyboard();
		}
	});
	on('language', showReplyKeyboard);
}
