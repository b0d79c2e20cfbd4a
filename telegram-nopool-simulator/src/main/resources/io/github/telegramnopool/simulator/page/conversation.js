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

/** For each time that the chat is being read: what happened meanwhile. */
const readings = new Set();

/** Whether the newest message is in sight, and shall stay so. */
let atEnd = true;

/** Read the chat that is open from the simulator. */
async function load() {
	const place = `${store.bot}/${store.chat}`;
	if (!store.bot || !store.chat) {
		return;
	}
	const missed = [];
	readings.add(missed);
	log.setAttribute('aria-busy', 'true');
	try {
		const [transcript] = await Promise.all([callChat('GET', 'messages'), loadReactions()]);
		if (place === `${store.bot}/${store.chat}`) {
			messages = new Map(transcript.slice(-MOST).map((message) => [message.message_id, message]));
			transcript.forEach((message) => meet(message.from));
			atEnd = true;
			draw();
			missed.forEach((change) => change());
		}
	}
	finally {
		readings.delete(missed);
		log.setAttribute('aria-busy', 'false');
	}
}

/** Change what is shown, and what will be once the chat is read. */
function happen(change) {
	readings.forEach((missed) => missed.push(change));
	change();
}

function draw() {
	log.replaceChildren(...[...messages.values()].map(bubbleOf));
	if (messages.size === 0) {
		log.append(make('p', { class: 'empty' }, word('empty')));
	}
	keepAtEnd();
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

function replace(message) {
	if (messages.has(message.message_id)) {
		messages.set(message.message_id, message);
		redraw(message.message_id);
	}
}

function remove(id) {
	if (messages.delete(id)) {
		nodeOf(id)?.remove();
		if (messages.size === 0) {
			draw();
		}
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
		messages = new Map();
		log.replaceChildren();
		reload();
	});
	on('reread', reload);
	on('redraw', redraw);
	on('language', draw);
	on('writer', draw);
	on('event:message', (event) => {
		meet(event.message.from);
		if (isHere(event)) {
			happen(() => messages.has(event.message.message_id) || add(event.message));
		}
	});
	on('event:edited', (event) => isHere(event) && happen(() => replace(event.message)));
	on('event:deleted', (event) => isHere(event) && happen(() => remove(event.message_id)));
	log.addEventListener('scroll', () => atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 80);
	new ResizeObserver(keepAtEnd).observe(log);
	// Pictures come late
	log.addEventListener('load', keepAtEnd, true);
}
