import { call } from './api.js';
import { loadChats, startChats } from './chats.js';
import { loadCommands, startCommands } from './commands.js';
import { startComposer } from './composer.js';
import { startConversation } from './conversation.js';
import { startDialogs } from './dialogs.js';
import { element, make, show } from './dom.js';
import { listen } from './events.js';
import { startHeading } from './heading.js';
import { startKeyboard } from './keyboard.js';
import { startTheme } from './look.js';
import { startMenu } from './menu.js';
import { startPanel } from './panel.js';
import { startPhases } from './phases.js';
import { startPulse } from './pulse.js';
import { startSuggestions } from './suggestions.js';
import { isOff, loadSwitches, startSwitches } from './switches.js';
import { keyOf, on, store, tell } from './store.js';
import { startUploads } from './uploads.js';
import { startWords, word } from './words.js';

const choice = element('bot');

let connected = false;

const attempt = (work) => work.catch((problem) => tell('problem', problem));

/** Show another bot, with all that belongs to it. */
async function openBot(key) {
	store.bot = key;
	store.chat = 0;
	store.chats = new Map();
	store.people = new Map();
	element('messages').replaceChildren();
	if (key) {
		await loadChats();
		await loadCommands();
	}
}

/** The bots appear when they call for the first time. */
function takeBots(bots) {
	const before = store.bots.map(keyOf).join();
	store.bots = bots;
	if (bots.map(keyOf).join() !== before) {
		choice.replaceChildren(...bots.map((bot) => make('option', { value: keyOf(bot) }, `@${bot.username}${bot.test ? ' (test)' : ''}`)));
	}
	show(element('bot-choice'), bots.length > 1);
	if ((bots.length > 0 || store.bot) && !bots.some((bot) => keyOf(bot) === store.bot)) {
		const first = bots.find((bot) => !isOff(bot.id)) ?? bots[0];
		attempt(openBot(first ? keyOf(first) : ''));
	}
	choice.value = store.bot;
	if (bots.length === 0 && !element('messages').hasChildNodes()) {
		element('messages').append(make('p', { class: 'empty' }, word('no-bot')));
	}
}

function status() {
	element('connection').textContent = connected ? '' : word('disconnected');
}

/** Read again whatever could have been missed. */
async function reconnected() {
	connected = true;
	status();
	await loadSwitches();
	const again = Boolean(store.bot);
	const state = await call('GET', 'state');
	tell('event:state', state);
	if (again && store.bot) {
		await loadChats();
		await loadCommands();
	}
}

startTheme(element('theme'));
startWords(element('language'));
// Before the others, who look at what it keeps
on('event:state', (state) => {
	store.state = state;
	takeBots(state.bots);
});
[startChats, startCommands, startComposer, startConversation, startDialogs, startHeading, startKeyboard, startMenu, startPanel,
	startPhases, startSuggestions, startPulse, startSwitches, startUploads].forEach((start) => start());
choice.addEventListener('change', () => attempt(openBot(choice.value)));
document.addEventListener('keydown', (event) => {
	const inDialog = document.querySelector('dialog[open], [popover]:popover-open');
	if (event.key === 'Escape' && !inDialog && document.body.dataset.screen === 'chat') {
		document.body.dataset.screen = 'list';
		element('chats').querySelector('[aria-current]')?.focus();
	}
});
on('connected', () => attempt(reconnected()));
on('disconnected', () => {
	connected = false;
	status();
});
on('language', status);
status();
listen();
