import { callChat } from './api.js';
import { bubbleOf } from './bubble.js';
import { element, make } from './dom.js';
import { meet } from './people.js';
import { loadReactions } from './reactions.js';
import { isHere, on, store, tell } from './store.js';
import { word } from './words.js';

/** More than this nobody scrolls through, and a long run must not fill the page. */
const MOST = 500;

const log = element('messages');

let messages = new Map();

/** Whether the newest message is in sight, and shall stay so. */
let atEnd = true;

/** Read the chat that is open from the simulator. */
async function load() {
	const place = `${store.bot}/${store.chat}`;
	if (!store.bot || !store.chat) {
		return;
	}
	log.setAttribute('aria-busy', 'true');
	const [transcript] = await Promise.all([callChat('GET', 'messages'), loadReactions()]);
	if (place === `${store.bot}/${store.chat}`) {
		messages = new Map(transcript.slice(-MOST).map((message) => [message.message_id, message]));
		transcript.forEach((message) => meet(message.from));
		atEnd = true;
		draw();
		tell('loaded', transcript);
	}
}

function draw() {
	log.replaceChildren(...[...messages.values()].map(bubbleOf));
	if (messages.size === 0) {
		log.append(make('p', { class: 'empty' }, word('empty')));
	}
	keepAtEnd();
	log.setAttribute('aria-busy', 'false');
}

function add(message) {
	log.querySelector('.empty')?.remove();
	messages.set(message.message_id, message);
	log.append(bubbleOf(message));
	if (messages.size > MOST) {
		const first = messages.keys().next().value;
		messages.delete(first);
		nodeOf(first)?.remove();
	}
	keepAtEnd();
}

/** Draw a message anew, and leave the focus where it was. */
function redraw(id) {
	const old = nodeOf(id);
	const message = messages.get(id);
	if (!old || !message) {
		return;
	}
	const focusable = (node) => [...node.querySelectorAll('button, a')];
	const focused = focusable(old).indexOf(document.activeElement);
	const changed = bubbleOf(message);
	old.replaceWith(changed);
	focusable(changed)[focused]?.focus();
	keepAtEnd();
}

function remove(id) {
	messages.delete(id);
	nodeOf(id)?.remove();
	if (messages.size === 0) {
		draw();
	}
}

const nodeOf = (id) => document.getElementById(`message-${id}`);

function keepAtEnd() {
	if (atEnd) {
		log.scrollTop = log.scrollHeight;
	}
}

export function startConversation() {
	const reload = () => load().catch((problem) => tell('problem', problem));
	on('opened', () => {
		log.replaceChildren();
		reload();
	});
	on('reread', reload);
	on('redraw', redraw);
	on('language', draw);
	on('writer', draw);
	on('event:message', (event) => {
		meet(event.message.from);
		// One that was read with the chat comes again when it is said while the chat is read
		if (isHere(event) && !messages.has(event.message.message_id)) {
			add(event.message);
		}
	});
	on('event:edited', (event) => {
		if (isHere(event) && messages.has(event.message.message_id)) {
			messages.set(event.message.message_id, event.message);
			redraw(event.message.message_id);
		}
	});
	on('event:deleted', (event) => isHere(event) && remove(event.message_id));
	log.addEventListener('scroll', () => atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 80);
	new ResizeObserver(keepAtEnd).observe(log);
	// Pictures come late
	log.addEventListener('load', keepAtEnd, true);
}
