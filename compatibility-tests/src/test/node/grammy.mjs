// A bot as grammY's guide has it.
import { Bot, GrammyError, InlineKeyboard, InputFile } from 'grammy';
import { apiRoot, buttons, download, link, seconds, sha256, tell, token } from './test.mjs';

const bot = new Bot(token, { client: { apiRoot } });

bot.command('start', async (ctx) => {
	tell('command', ctx.chat.id, { command: 'start', argument: ctx.match, from: ctx.from.first_name });
	const sent = await ctx.reply(`Hello, ${ctx.from.first_name}!`, {
		reply_markup: new InlineKeyboard().text('Yes', 'yes').text('No', 'no'),
	});
	tell('sent', ctx.chat.id, { message: sent.message_id, text: sent.text, buttons: buttons(sent) });
});

bot.command('wait', async (ctx) => {
	const thanks = () => ctx.reply('Thank you for waiting');
	const sent = await thanks().catch(async (error) => {
		if (!(error instanceof GrammyError)) throw error;
		const { error_code: code, description, parameters } = error;
		tell('flood', ctx.chat.id, { code, description, retry_after: parameters.retry_after });
		await seconds(parameters.retry_after);
		return thanks();
	});
	tell('waited', ctx.chat.id, { message: sent.message_id });
});

bot.on('callback_query:data', async (ctx) => {
	const { data, from, message } = ctx.callbackQuery;
	tell('pressed', ctx.chat.id, { data, message: message.message_id, from: from.first_name });
	await ctx.answerCallbackQuery({ text: 'Noted' });
	const changed = await ctx.editMessageText(`You chose ${data}`);
	tell('changed', ctx.chat.id, { message: changed.message_id, text: changed.text, edited: changed.edit_date > 0 });
});

bot.on('edited_message:text', (ctx) => {
	tell('edited', ctx.chat.id, { message: ctx.msg.message_id, text: ctx.msg.text });
});

bot.on('message:text', (ctx) => {
	tell('text', ctx.chat.id, { text: ctx.msg.text, link: link(ctx.msg) });
});

bot.on('message:document', async (ctx) => {
	const file = await ctx.getFile();
	const bytes = await download(`${apiRoot}/file/bot${token}/${file.file_path}`);
	const { file_name: name, file_size: size } = ctx.msg.document;
	tell('document', ctx.chat.id, { name, size, sha256: sha256(bytes) });
	const sent = await ctx.replyWithDocument(new InputFile(bytes, 'Kopie für Ada.bin'), { caption: 'Your file' });
	const { file_name, file_size } = sent.document;
	tell('uploaded', ctx.chat.id, { name: file_name, size: file_size, caption: sent.caption });
});

await bot.api.setMyCommands([{ command: 'start', description: 'Say hello' }]);
try {
	await bot.start({ onStart: ({ username }) => tell('ready', 0, { username }) });
} catch (error) {
	if (!(error instanceof GrammyError)) throw error;
	tell('conflict', 0, { code: error.error_code, description: error.description });
}
