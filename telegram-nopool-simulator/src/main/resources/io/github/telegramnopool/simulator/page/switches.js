import { call } from './api.js';
import { element, make, show } from './dom.js';
import { on, store, tell } from './store.js';
import { hasWord, word } from './words.js';

/** Switches that have a place of their own; any other one is shown at the end. */
const PLACES = { 'pooled-twin': 'pulse-switches', phases: 'phases-switches' };

export const find = (name) => store.switches.find((one) => one.name === name);

/** Bots that do not run, as long as their switch is at its first choice. */
export const isOff = (botId) => store.switches.some((one) => one.bot === botId && one.chosen === one.choices[0]);

export async function loadSwitches() {
	take(await call('GET', 'switches'));
}

function take(read) {
	store.switches = read;
	draw();
	tell('switched');
}

async function choose(name, choice) {
	try {
		take(await call('POST', `switches/${name}`, { choice }));
		tell('chose', name, choice);
	}
	catch (problem) {
		tell('problem', problem);
	}
}

function draw() {
	const proxy = find('proxy');
	show(element('proxy'), Boolean(proxy));
	if (proxy) {
		fill(element('faults'), proxy.choices.map((choice) => chip(proxy, choice, word(`fault-${choice}`))));
		element('fault-note').textContent = word(`fault-note-${proxy.chosen}`);
	}
	show(element('phases'), Boolean(find('phases')));
	Object.entries(PLACES).forEach(([name, place]) => {
		const one = find(name);
		const node = element(place).querySelector(`[data-switch="${name}"]`);
		if (one && node) {
			toggle(node, one);
		}
		else if (one) {
			element(place).append(toggle(make('button', { type: 'button', role: 'switch', class: 'toggle', 'data-switch': name,
				onclick: () => choose(name, other(find(name))) }), one));
		}
	});
	const others = store.switches.filter((one) => one.name !== 'proxy' && !(one.name in PLACES));
	show(element('others'), others.length > 0);
	element('other-switches').replaceChildren(...others.map((one) => make('div', { class: 'chips', role: 'group', 'aria-label': one.name },
		make('span', {}, one.name), ...one.choices.map((choice) => chip(one, choice, choice)))));
}

const other = (one) => one.choices[(one.choices.indexOf(one.chosen) + 1) % one.choices.length];

/** Show a switch of two choices. */
function toggle(node, one) {
	node.setAttribute('aria-checked', String(one.chosen !== one.choices[0]));
	node.textContent = word(`switch-${one.name}`);
	return node;
}

function chip(one, choice, text) {
	return make('button', {
		type: 'button', 'data-choice': choice, 'aria-pressed': String(one.chosen === choice), onclick: () => choose(one.name, choice)
	}, hasWord(`fault-${choice}`) ? text : choice);
}

/** Put other buttons in the place of the same ones, and leave the focus where it was. */
function fill(node, chips) {
	const focused = node.contains(document.activeElement) ? document.activeElement.dataset.choice : null;
	node.replaceChildren(...chips);
	chips.find((one) => one.dataset.choice === focused)?.focus();
}

export function startSwitches() {
	on('event:switches', take);
	on('language', draw);
}
