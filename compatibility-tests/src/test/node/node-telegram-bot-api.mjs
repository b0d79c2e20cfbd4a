// A bot as node-telegram-bot-api's README has it.
import { Bot, InlineKeyboardBuilder, InputFile, TelegramApiError } from 'node-telegram-bot-api';
import { run } from 'node-telegram-bot-api/node';
import { apiRoot, buttons, download, link, sha256, tell, token } from './test.mjs';

const bot = new Bot(token, { apiRoot });

bot.command('start', async (ctx) => {
	tell('command', ctx.chatId, { command: 'start', argument: ctx.match, from: ctx.from.first_name });
	const sent = await ctx.reply(`Hello, ${ctx.from.first_name}!`, {
		reply_markup: new InlineKeyboardBuilder().text('Yes', 'yes').text('No', 'no').build(),
	});
	tell('sent', ctx.chatId, { message: sent.message_id, text: sent.text, buttons: buttons(sent) });
});

bot.command('wait', async (ctx) => {
	// It waits and tries again by itself
	const sent = await ctx.reply('Thank you for waiting');
	tell('waited', ctx.chatId, { message: sent.message_id });
});

bot.on('callback_query', async (ctx) => {
	const { data, from, message } = ctx.callbackQuery;
	tell('pressed', ctx.chatId, { data, message: message.message_id, from: from.first_name });
	await ctx.answerCallbackQuery({ text: 'Noted' });
	const changed = await ctx.api.editMessageText({
		chat_id: ctx.chatId,
		message_id: message.message_id,
		text: `You chose ${data}`,
	});
	tell('changed', ctx.chatId, { message: changed.message_id, text: changed.text, edited: changed.edit_date > 0 });
});

bot.on('edited_message', (ctx) => {
	tell('edited', ctx.chatId, { message: ctx.editedMessage.message_id, text: ctx.editedMessage.text });
});

bot.on('message', async (ctx, next) => {
	if (!ctx.message.document) return next();
	const { file_id, file_name: name, file_size: size } = ctx.message.document;
	const file = await ctx.api.getFile({ file_id });
	const bytes = await download(`${apiRoot}/file/bot${token}/${file.file_path}`);
	tell('document', ctx.chatId, { name, size, sha256: sha256(bytes) });
	const sent = await ctx.api.sendDocument({
		chat_id: ctx.chatId,
		document: new InputFile(bytes, { filename: 'Kopie für Ada.bin' }),
		caption: 'Your file',
	});
	const { file_name, file_size } = sent.document;
	tell('uploaded', ctx.chatId, { name: file_name, size: file_size, caption: sent.caption });
});

bot.on('message', (ctx) => {
	tell('text', ctx.chatId, { text: ctx.message.text, link: link(ctx.message) });
});

await bot.api.setMyCommands({ commands: [{ command: 'start', description: 'Say hello' }] });
const { username } = await bot.api.getMe();
tell('ready', 0, { username });
try {
	await run(bot);
} catch (error) {
	if (!(error instanceof TelegramApiError)) throw error;
	tell('conflict', 0, { code: error.errorCode, description: error.description });
}
