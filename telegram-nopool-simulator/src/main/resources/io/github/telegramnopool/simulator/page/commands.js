import { callBot } from './api.js';
import { element, show } from './dom.js';
import { chat, isOurs, on, store, tell } from './store.js';

let commands = [];

/** The bot's commands that begin as a text does. */
export function commandsFor(text) {
	if (!/^\/\w*$/.test(text)) {
		return [];
	}
	return commands.filter((one) => `/${one.command}`.startsWith(text.toLowerCase())).map((one) => ({
		name: `/${one.command}`,
		description: one.description,
		action: () => {
			tell('insert', '');
			tell('say', `/${one.command}`);
		}
	}));
}

/** Read the commands that the bot published. */
export async function loadCommands() {
	if (store.bot) {
		take(await callBot('GET', 'commands'));
	}
}

function take(read) {
	commands = read;
	show(element('commands'), commands.length > 0 && chat()?.info.type !== 'channel');
}

export function startCommands() {
	show(element('commands'), false);
	on('event:commands', (event) => isOurs(event) && loadCommands().catch((problem) => tell('problem', problem)));
	on('opened', () => take(commands));
}
