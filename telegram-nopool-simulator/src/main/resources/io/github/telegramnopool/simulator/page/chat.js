'use strict';

const element = (id) => document.getElementById(id);
const botField = element('bot');
const chatField = element('chat');
const messages = element('messages');
const status = element('status');

// Whether the newest message is in sight, and shall stay so
let atEnd = true;

// What is shown: a bot is "id" or, in the test environment, "id/test"
let shown = null;

const botPath = (bot) => `_sim/bots/${bot}`;
const chatPath = (place) => `${botPath(place.bot)}/chats/${place.chat}/messages`;

async function call(path, body) {
	const options = (body === undefined) ? {} : {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify(body)
	};
	const response = await fetch(path, options);
	const answer = await response.json();
	if (!response.ok) {
		throw new Error(answer.description);
	}
	return answer;
}

function complain(problem) {
	status.textContent = problem;
	status.className = 'bad';
}

function make(tag, className, text) {
	const node = document.createElement(tag);
	node.className = className;
	node.textContent = text;
	return node;
}

function addText(bubble, message) {
	const text = message.text ?? '';
	let end = 0;
	for (const entity of message.entities ?? []) {
		if (entity.offset >= end) {
			bubble.append(text.slice(end, entity.offset));
			end = entity.offset + entity.length;
			bubble.append(make('span', 'entity', text.slice(entity.offset, end)));
		}
	}
	bubble.append(text.slice(end));
	if (message.text === undefined) {
		const kinds = Object.keys(message).filter((key) => !['message_id', 'from', 'chat', 'date'].includes(key));
		bubble.append(make('em', '', kinds.join(', ') || 'an empty message'));
	}
}

function addKeyboard(bubble, message) {
	const keyboard = make('div', 'keyboard', '');
	for (const row of message.reply_markup?.inline_keyboard ?? []) {
		const line = make('div', '', '');
		for (const button of row) {
			const node = make('button', '', button.text);
			node.type = 'button';
			node.disabled = button.callback_data === undefined;
			node.addEventListener('click', () => press(message, button).catch((problem) => complain(problem.message)));
			line.append(node);
		}
		keyboard.append(line);
	}
	bubble.append(keyboard);
}

function press(message, button) {
	const chat = message.chat.id;
	const user = (chat > 0) ? chat : 100000001;
	return call(`${botPath(shown.bot)}/updates`, {
		callback_query: {
			id: String(Date.now()),
			from: { id: user, is_bot: false, first_name: 'User', username: `user${user}` },
			message: message,
			chat_instance: String(chat),
			data: button.callback_data
		}
	});
}

function keepAtEnd() {
	if (atEnd) {
		messages.scrollTop = messages.scrollHeight;
	}
}

function show(message) {
	messages.querySelector('.empty')?.remove();
	const bubble = make('div', `bubble ${message.from?.is_bot ? 'bot' : 'user'}`, '');
	if (message.reply_to_message) {
		bubble.append(make('span', 'quote', message.reply_to_message.text ?? 'a message'));
	}
	addText(bubble, message);
	if (message.reply_markup?.inline_keyboard) {
		addKeyboard(bubble, message);
	}
	const time = new Date((message.date ?? 0) * 1000);
	bubble.append(make('small', '', time.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })));
	messages.append(bubble);
	keepAtEnd();
}

async function open() {
	if (!botField.value || !chatField.reportValidity()) {
		return;
	}
	const place = { bot: botField.value, chat: Number(chatField.value) };
	shown = place;
	const transcript = await call(chatPath(place));
	if (shown !== place) {
		return;
	}
	messages.replaceChildren();
	if (transcript.length === 0) {
		messages.append(make('p', 'empty', 'Nothing was said in this chat yet. Write to the bot below.'));
	}
	atEnd = true;
	transcript.forEach(show);
	const chats = await call(`${botPath(place.bot)}/chats`);
	element('chats').replaceChildren(...chats.map((chat) => new Option(chat.title ?? chat.first_name ?? '', chat.id)));
}

function showBots(bots) {
	const values = bots.map((bot) => bot.test ? `${bot.id}/test` : String(bot.id));
	const same = values.length === botField.options.length
		&& values.every((value, index) => value === botField.options[index].value);
	if (!same) {
		const chosen = botField.value;
		botField.replaceChildren(...bots.map((bot, index) =>
			new Option(`@${bot.username}${bot.test ? ' (test)' : ''}`, values[index])));
		botField.value = values.includes(chosen) ? chosen : (values[0] ?? '');
	}
	botField.disabled = bots.length === 0;
	if (bots.length === 0) {
		messages.replaceChildren(make('p', 'empty', 'No bot has called yet. This page shows it as soon as one does.'));
	}
	else if (shown?.bot !== botField.value) {
		open().catch((problem) => complain(problem.message));
	}
}

function showState(state) {
	const { connections, polls } = state;
	status.className = '';
	status.textContent = `Connections: ${connections.opened} opened, ${connections.open} open · `
		+ `Polls waiting: ${polls.current}`;
	showBots(state.bots);
}

function listen() {
	const events = new EventSource('_sim/events');
	events.addEventListener('state', (event) => showState(JSON.parse(event.data)));
	events.addEventListener('message', (event) => {
		const said = JSON.parse(event.data);
		const bot = said.test ? `${said.bot}/test` : String(said.bot);
		if (shown?.bot === bot && shown.chat === said.chat) {
			show(said.message);
		}
	});
	events.addEventListener('open', () => {
		// Whatever was said before the stream stood has to be read again
		shown = null;
		call('_sim/state').then(showState).catch((problem) => complain(problem.message));
	});
	events.addEventListener('error', () => complain('The simulator does not answer. Trying again …'));
}

element('write').addEventListener('submit', (event) => {
	event.preventDefault();
	const field = element('text');
	if (field.value.trim() && shown) {
		const text = field.value;
		field.value = '';
		call(chatPath(shown), { text: text }).catch((problem) => {
			field.value = text;
			complain(problem.message);
		});
	}
});
element('place').addEventListener('submit', (event) => event.preventDefault());
element('place').addEventListener('change', () => open().catch((problem) => complain(problem.message)));
messages.addEventListener('scroll', () => {
	atEnd = messages.scrollHeight - messages.scrollTop - messages.clientHeight < 80;
});
new ResizeObserver(keepAtEnd).observe(messages);

listen();
