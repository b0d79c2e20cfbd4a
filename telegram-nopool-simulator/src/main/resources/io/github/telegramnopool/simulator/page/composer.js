import { callBot, callChat } from './api.js';
import { loadChats } from './chats.js';
import { previewOf } from './content.js';
import { element, show } from './dom.js';
import { from, nameOf } from './people.js';
import { isHere, on, store, tell } from './store.js';
import { close, suggest, suggestionKey } from './suggestions.js';
import { word } from './words.js';

const field = element('text');

/** The message that is answered or changed: { reply } or { edit }. */
let context = {};

/** A reply that the bot asks for, to what it says next. */
let forced = false;

export async function say(text) {
	const { reply, edit } = context;
	setContext({});
	if (edit) {
		await callChat('PATCH', `messages/${edit.message_id}`, { text });
	}
	else {
		await callChat('POST', 'messages', { text, reply_to_message_id: reply?.message_id, from: from() });
	}
}

async function submit() {
	const text = field.value;
	if (!text.trim()) {
		return;
	}
	const before = context;
	setText('');
	try {
		await say(text);
	}
	catch (problem) {
		setText(text);
		setContext(before);
		tell('problem', problem);
	}
	field.focus();
}

/** What is written, for the caption of a file, which takes it away. */
export function takeText() {
	const text = field.value.trim();
	setText('');
	return text;
}

export const takeReply = () => {
	const id = context.reply?.message_id ?? 0;
	setContext({});
	return id;
};

export function setText(text) {
	field.value = text;
	grow();
	suggest(text);
}

function setContext(next) {
	context = next;
	const message = next.reply ?? next.edit;
	show(element('context'), Boolean(message));
	element('context-text').textContent = message
		? `${word(next.edit ? 'edit' : 'reply-to', nameOf(message.from))}: ${previewOf(message)}` : '';
}

/** As high as the text, up to what the style allows. */
function grow() {
	field.style.height = 'auto';
	field.style.height = `${field.scrollHeight + 2}px`;
}

function key(event) {
	if (event.isComposing || suggestionKey(event)) {
		return;
	}
	if (event.key === 'Enter' && !event.shiftKey) {
		event.preventDefault();
		submit();
	}
	else if (event.key === 'Escape' && (context.reply || context.edit)) {
		event.stopPropagation();
		cancel();
	}
}

function cancel() {
	if (context.edit) {
		setText('');
	}
	setContext({});
	field.focus();
}

export function startComposer() {
	element('write').addEventListener('submit', (event) => {
		event.preventDefault();
		submit();
	});
	field.addEventListener('keydown', key);
	field.addEventListener('input', () => {
		grow();
		suggest(field.value);
	});
	element('context-end').addEventListener('click', cancel);
	element('unblock').addEventListener('click', () => callBot('POST', `chats/${store.chat}/unblock`, { from: from() })
		.then(() => loadChats()).catch((problem) => tell('problem', problem)));
	on('say', (text) => say(text).catch((problem) => tell('problem', problem)));
	on('insert', (text) => {
		setText(text);
		field.focus();
	});
	on('reply', (message) => {
		setContext({ reply: message });
		field.focus();
	});
	on('edit', (message) => {
		setContext({ edit: message });
		setText(message.text);
		field.focus();
	});
	on('opened', () => {
		forced = false;
		setContext({});
		setText('');
		close();
	});
	on('event:keyboard', (event) => forced = isHere(event) && Boolean(event.reply_markup.force_reply));
	on('event:message', (event) => {
		if (forced && isHere(event) && event.message.from?.is_bot) {
			forced = false;
			setContext({ reply: event.message });
		}
	});
}
