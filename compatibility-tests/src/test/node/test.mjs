// What all bots share: where they find Telegram, and how they tell the test what they received.
import { createHash } from 'node:crypto';

export const [apiRoot, token] = process.argv.slice(2);

/** Tells the test what the client made of an update or an answer. */
export function tell(event, chat, fields) {
	console.log(JSON.stringify({ event, chat, ...fields }));
}

export function sha256(bytes) {
	return createHash('sha256').update(bytes).digest('hex');
}

export function seconds(count) {
	return new Promise((passed) => setTimeout(passed, 1000 * count));
}

/** The text's link. */
export function link(message) {
	const { offset, length } = message.entities.find((entity) => entity.type === 'url');
	return message.text.slice(offset, offset + length);
}

export function buttons(message) {
	return message.reply_markup.inline_keyboard.flat().map((button) => button.text);
}

export async function download(url) {
	const answer = await fetch(url);
	return Buffer.from(await answer.arrayBuffer());
}

// The bot ends with the test, however that ends
process.stdin.on('end', () => process.exit()).resume();
