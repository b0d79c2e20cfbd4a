import { callBot } from './api.js';
import { element, make } from './dom.js';
import { lane } from './lane.js';
import { keyOf, on, store, tell } from './store.js';
import { isOff } from './switches.js';
import { word } from './words.js';

/** Who asks the bots, in a chat of their own, whether they are alive. */
export const PULSE = { id: 9001, is_bot: false, first_name: 'Pulse', username: 'pulse' };

const PERIOD = 2000;

/** Bots that can be compared at a time. */
const MOST = 4;

/** By bot: what was asked and when it was answered, and when the bot showed that it had heard. */
const records = new Map();

/** Times during which the proxy was broken. */
const breaks = [];

let timer = 0;

const button = make('button', { type: 'button', role: 'switch', class: 'toggle', id: 'pulse-switch', onclick: () => run(!timer) });

function recordOf(key) {
	if (!records.has(key)) {
		records.set(key, { questions: [], heard: 0, answered: 0, confirmed: 0, node: make('div', { class: 'lane', 'data-bot': key }) });
	}
	return records.get(key);
}

/** The bots that run. */
const asked = () => store.bots.filter((bot) => !isOff(bot.id)).slice(0, MOST);

function run(isOn) {
	clearInterval(timer);
	timer = isOn ? setInterval(ask, PERIOD) : 0;
	if (isOn) {
		ask();
	}
	label();
}

function label() {
	button.setAttribute('aria-checked', String(Boolean(timer)));
	button.textContent = word('pulse-switch');
}

/** Write the same to all bots at the same time. */
function ask() {
	const at = Date.now();
	const text = new Date(at).toISOString().slice(11, 19);
	for (const bot of asked()) {
		const key = keyOf(bot);
		const { questions } = recordOf(key);
		questions.push({ at, text, answered: 0 });
		questions.splice(0, questions.length - 60);
		callBot('POST', `chats/${PULSE.id}/messages`, { text, from: PULSE }, key).catch((problem) => tell('problem', problem));
	}
}

/** A bot that repeats the question answers that one; any other one, the oldest. */
function answered(event) {
	const record = records.get(keyOf(event));
	if (event.chat !== PULSE.id || !event.message.from?.is_bot || !record) {
		return;
	}
	const open = record.questions.filter((question) => !question.answered);
	const question = open.find((one) => (event.message.text ?? '').includes(one.text)) ?? open[0];
	record.answered = Date.now();
	if (question) {
		question.answered = record.answered;
	}
}

/** A bot has heard what it confirms. */
function heard(state) {
	for (const bot of state.bots) {
		const record = records.get(keyOf(bot));
		if (record && bot.confirmed !== record.confirmed) {
			record.confirmed = bot.confirmed;
			record.heard = Date.now();
		}
	}
}

function draw() {
	const shown = asked().filter((bot) => records.has(keyOf(bot)));
	const nodes = shown.map((bot) => lane(bot, records.get(keyOf(bot)), breaks));
	const lanes = element('lanes');
	if (nodes.length !== lanes.children.length || nodes.some((node, index) => node !== lanes.children[index])) {
		lanes.replaceChildren(...nodes);
	}
}

function switched() {
	const isBroken = store.switches.some((one) => one.name === 'proxy' && one.chosen !== one.choices[0]);
	const last = breaks.at(-1);
	if (isBroken && (!last || last.to)) {
		breaks.push({ from: Date.now(), to: 0 });
	}
	else if (!isBroken && last && !last.to) {
		last.to = Date.now();
	}
	draw();
}

export function startPulse() {
	element('pulse-switches').append(button);
	label();
	on('event:message', answered);
	on('event:state', (state) => {
		heard(state);
		draw();
	});
	on('switched', switched);
	// Whoever breaks the proxy or compares wants to see what comes of it
	on('chose', (name, choice) => {
		if (!timer && ((name === 'proxy' && choice !== 'none') || (name === 'pooled-twin' && choice === 'on'))) {
			run(true);
		}
	});
	on('language', () => {
		label();
		draw();
	});
}
