import { element, make } from './dom.js';
import { drawing, roundUp, scale, stacks } from './plot.js';
import { isOurs, on } from './store.js';
import { word } from './words.js';

const MOST = 40;

const WIDTH = 300;

const HEIGHT = 60;

/** The phases of a fresh connection, in order. What takes no time is left out. */
const PHASES = ['waiting', 'dns', 'tcp', 'proxy', 'tls', 'request', 'response'];

const calls = [];

function redraw() {
	const last = calls.at(-1);
	if (!last) {
		element('phases-text').textContent = word('no-phases');
		return;
	}
	const names = [...new Set([...PHASES, ...calls.flatMap(Object.keys)])].filter((name) => calls.some((call) => call[name] > 0));
	element('phases-text').replaceChildren(...names.map((name) => make('span', { class: 'number' },
		make('i', { class: `swatch phase-${PHASES.indexOf(name)}` }), make('b', {}, millis(last[name])), ` ${word(`phase-${name}`)}`)));
	const columns = [...new Array(MOST - calls.length).fill(null), ...calls].map((call) => names.map((name) => call?.[name] ?? 0));
	const top = roundUp(Math.max(...columns.map((parts) => parts.reduce((sum, value) => sum + value, 0))));
	const total = names.reduce((sum, name) => sum + (last[name] ?? 0), 0);
	const plot = element('phases-plot');
	plot.replaceChildren(drawing(WIDTH, HEIGHT, word('phases-plot', millis(total)),
		...stacks(columns, names.map((name) => `phase-${PHASES.indexOf(name)}`), WIDTH, HEIGHT, top)));
	scale(plot, `${top} ms`);
}

const millis = (value = 0) => `${(value < 10) ? value.toFixed(1) : Math.round(value)} ms`;

export function startPhases() {
	on('event:phases', (event) => {
		if (isOurs(event)) {
			calls.push(event.phases);
			calls.splice(0, calls.length - MOST);
			redraw();
		}
	});
	on('language', redraw);
	redraw();
}
