import { contentOf, previewOf, serviceOf, textOf } from './content.js';
import { make } from './dom.js';
import { inlineKeyboard } from './keyboard.js';
import { openMenu } from './menu.js';
import { isMine, nameOf } from './people.js';
import { reactionsOf } from './reactions.js';
import { chat } from './store.js';
import { language, word } from './words.js';

/** A message as one sees it. */
export function bubbleOf(message) {
	const service = serviceOf(message);
	const id = `message-${message.message_id}`;
	if (service) {
		return make('p', { class: 'service', id }, service);
	}
	const mine = isMine(message);
	const sender = senderOf(message);
	const text = textOf(message);
	return make('article', { class: `bubble ${mine ? 'mine' : 'theirs'}`, id, 'aria-label': word('message-of', sender) },
		!mine && chat()?.info.type !== 'private' && make('strong', { class: `sender tone-${toneOf(message)}` }, sender),
		message.via_bot && make('small', { class: 'via' }, word('via', `@${message.via_bot.username}`)),
		message.forward_origin && make('small', { class: 'via' }, word('forwarded')),
		message.reply_to_message && quoteOf(message),
		contentOf(message),
		text.some((node) => node !== '') && make('div', { class: 'text' }, ...text),
		message.reply_markup?.inline_keyboard && inlineKeyboard(message),
		reactionsOf(message.message_id),
		footOf(message));
}

function footOf(message) {
	const date = new Date(message.date * 1000);
	const time = date.toLocaleTimeString(language(), { hour: '2-digit', minute: '2-digit' });
	const more = make('button', {
		type: 'button', class: 'more', 'aria-haspopup': 'menu', 'aria-label': word('message-menu'),
		onclick: () => openMenu(message, more)
	}, '⋯');
	return make('footer', {}, more,
		message.edit_date && make('span', {}, word('edited')),
		make('time', { datetime: date.toISOString() }, time));
}

/** What a message answers, which leads to it. */
function quoteOf(message) {
	const replied = message.reply_to_message;
	return make('button', {
		type: 'button',
		class: 'quote',
		onclick: () => {
			const target = document.getElementById(`message-${replied.message_id}`);
			target?.scrollIntoView({ block: 'center' });
			target?.classList.add('found');
			setTimeout(() => target?.classList.remove('found'), 1500);
		}
	}, make('strong', {}, senderOf(replied)), ` ${message.quote?.text ?? previewOf(replied)}`);
}

function senderOf(message) {
	return message.sender_chat?.title ?? nameOf(message.from);
}

const toneOf = (message) => Math.abs(message.from?.id ?? 0) % 4;
