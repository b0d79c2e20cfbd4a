import { make } from './dom.js';
import { tell } from './store.js';
import { language, word } from './words.js';

/** Links of other kinds could be programs. */
const SCHEMES = ['http:', 'https:', 'ftp:', 'mailto:', 'tel:', 'tg:'];

/** Elements for the kinds that only look different. */
const ELEMENTS = {
	bold: 'strong', italic: 'em', underline: 'u', strikethrough: 's', code: 'code', custom_emoji: 'span',
	hashtag: 'span', cashtag: 'span', bank_card_number: 'span'
};

const MAKERS = {
	pre: (entity) => make('pre', { 'data-language': entity.language }, make('code')),
	blockquote: () => make('blockquote'),
	expandable_blockquote: (entity, text) => expandable(text),
	spoiler: () => spoiler(),
	text_link: (entity) => link(entity.url),
	url: (entity, text) => link(/^[a-z]+:/i.test(text) ? text : `http://${text}`),
	email: (entity, text) => link(`mailto:${text}`),
	phone_number: (entity, text) => link(`tel:${text}`),
	mention: (entity, text) => make('button', { type: 'button', class: 'entity', onclick: () => tell('insert', `${text} `) }),
	text_mention: (entity) => make('span', { class: 'entity', title: String(entity.user?.id ?? '') }),
	bot_command: (entity, text) => make('button', { type: 'button', class: 'entity', onclick: () => tell('say', text) }),
	date_time: (entity) => make('time', {
		datetime: new Date(entity.unix_time * 1000).toISOString(),
		title: new Date(entity.unix_time * 1000).toLocaleString(language())
	})
};

/**
 * A text with its entities, which lie side by side or inside of one another. Offsets count UTF-16 units, as JavaScript's
 * strings do.
 */
export function formatted(text, entities = []) {
	const ordered = [...entities].sort((a, b) => (a.offset - b.offset) || (b.length - a.length));
	const nodes = [];
	fill((...children) => nodes.push(...children), text, 0, text.length, ordered);
	return nodes;
}

function fill(append, text, from, to, entities) {
	let at = from;
	while (entities.length > 0 && entities[0].offset < to) {
		const entity = entities.shift();
		const end = Math.min(to, entity.offset + entity.length);
		if (entity.offset < at || end <= entity.offset) {
			continue;
		}
		append(text.slice(at, entity.offset));
		const node = element(entity, text.slice(entity.offset, end));
		const inner = node.querySelector('code, .inner') ?? node;
		fill((...children) => inner.append(...children), text, entity.offset, end, entities);
		append(node);
		at = end;
	}
	append(text.slice(at, to));
}

function element(entity, text) {
	const maker = MAKERS[entity.type];
	return maker ? maker(entity, text) : make(ELEMENTS[entity.type] ?? 'span', { class: ELEMENTS[entity.type] === 'span' ? 'entity' : null });
}

function link(address) {
	let url = null;
	try {
		url = new URL(address);
	}
	catch {
		// What is no address is shown as a text
	}
	return (url && SCHEMES.includes(url.protocol))
		? make('a', { href: url.href, title: url.href, target: '_blank', rel: 'noopener noreferrer' })
		: make('span', { class: 'entity' });
}

function spoiler() {
	const inner = make('span', { class: 'inner', inert: true });
	const node = make('span', { class: 'spoiler', role: 'button', tabindex: '0', 'aria-label': word('spoiler') }, inner);
	const open = () => {
		node.classList.add('open');
		inner.inert = false;
		['role', 'tabindex', 'aria-label'].forEach((name) => node.removeAttribute(name));
	};
	node.addEventListener('click', open, { once: true });
	node.addEventListener('keydown', (event) => {
		if (event.key === 'Enter' || event.key === ' ') {
			event.preventDefault();
			open();
		}
	});
	return node;
}

function expandable(text) {
	const quote = make('blockquote', { class: 'short' }, make('span', { class: 'inner' }));
	if (text.length > 120 || text.split('\n').length > 3) {
		const button = make('button', { type: 'button', class: 'entity', 'aria-expanded': 'false' }, word('more'));
		button.addEventListener('click', () => {
			const short = quote.classList.toggle('short');
			button.setAttribute('aria-expanded', String(!short));
			button.textContent = word(short ? 'more' : 'less');
		});
		quote.append(button);
	}
	return quote;
}
