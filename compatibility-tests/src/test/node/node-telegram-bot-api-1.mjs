// A bot as the README of node-telegram-bot-api 1 has it.
import { readFile } from 'node:fs/promises';
import TelegramBot from 'node-telegram-bot-api-1';
import { apiRoot, buttons, link, sha256, tell, token } from './test.mjs';

const bot = new TelegramBot(token, { polling: true, baseApiUrl: apiRoot });

bot.onText(/^\/start(?: (.+))?$/, async (msg, match) => {
	tell('command', msg.chat.id, { command: 'start', argument: match[1], from: msg.from.first_name });
	const sent = await bot.sendMessage(msg.chat.id, `Hello, ${msg.from.first_name}!`, {
		reply_markup: { inline_keyboard: [[{ text: 'Yes', callback_data: 'yes' }, { text: 'No', callback_data: 'no' }]] },
	});
	tell('sent', msg.chat.id, { message: sent.message_id, text: sent.text, buttons: buttons(sent) });
});

bot.onText(/^\/wait$/, async (msg) => {
	// It waits and tries again by itself
	const sent = await bot.sendMessage(msg.chat.id, 'Thank you for waiting');
	tell('waited', msg.chat.id, { message: sent.message_id });
});

bot.onText(/^[^/]/, (msg) => {
	tell('text', msg.chat.id, { text: msg.text, link: link(msg) });
});

bot.on('callback_query', async ({ id, data, from, message }) => {
	const chat = message.chat.id;
	tell('pressed', chat, { data, message: message.message_id, from: from.first_name });
	await bot.answerCallbackQuery(id, { text: 'Noted' });
	const changed = await bot.editMessageText(`You chose ${data}`, { chat_id: chat, message_id: message.message_id });
	tell('changed', chat, { message: changed.message_id, text: changed.text, edited: changed.edit_date > 0 });
});

bot.on('edited_message_text', (msg) => {
	tell('edited', msg.chat.id, { message: msg.message_id, text: msg.text });
});

bot.on('document', async (msg) => {
	const bytes = await readFile(await bot.downloadFile(msg.document.file_id, '.'));
	const { file_name: name, file_size: size } = msg.document;
	tell('document', msg.chat.id, { name, size, sha256: sha256(bytes) });
	const sent = await bot.sendDocument(msg.chat.id, bytes, { caption: 'Your file' }, { filename: 'Kopie für Ada.bin' });
	const { file_name, file_size } = sent.document;
	tell('uploaded', msg.chat.id, { name: file_name, size: file_size, caption: sent.caption });
});

bot.on('polling_error', (error) => {
	const { error_code: code, description } = error.response.body;
	tell('conflict', 0, { code, description });
});

await bot.setMyCommands([{ command: 'start', description: 'Say hello' }]);
const { username } = await bot.getMe();
tell('ready', 0, { username });
