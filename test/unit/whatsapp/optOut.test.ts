import { optChoiceOf } from '../../../whatsapp/optOut';

test.each([
	['English', 'STOP', 'start'],
	['Arabic', 'إلغاء الاشتراك', 'ابدأ'],
	['Chinese', '退订', '订阅'],
	['Dutch', 'Afmelden', 'Aanmelden'],
	['French', 'Arrêt', 'S’abonner'],
	['German', 'Abmelden', 'Anmelden'],
	['Hebrew', 'הסר', 'הרשמה'],
	['Hindi', 'बंद करें', 'शुरू करें'],
	['Indonesian', 'Berhenti', 'Mulai'],
	['Italian', 'Disiscriviti', 'Iscriviti'],
	['Japanese', '配信停止', '配信再開'],
	['Korean', '수신거부', '수신동의'],
	['Polish', 'Wypisz mnie', 'Zapisz mnie'],
	['Portuguese', 'Sair', 'Cadastrar'],
	['Russian', 'Отписаться', 'Подписаться'],
	['Spanish', 'Darme de baja', 'Darme de alta'],
	['Thai', 'ยกเลิกการสมัคร', 'สมัคร'],
	['Turkish', 'ABONELİKTEN ÇIK', 'ABONE OL'],
	['Vietnamese', 'Hủy đăng ký', 'Đăng ký'],
])('%s: %p is an opt-out, %p an opt-in', (_, out, back) => {
	expect([optChoiceOf(out), optChoiceOf(back)]).toEqual(['optOut', 'optIn']);
});

test.each([
	'stop',
	' Stop. ',
	'"STOP"',
	'stop!!!',
	'Stop 🛑',
	'🛑STOP',
	'ＳＴＯＰ',
	'\u200Estop\u200F',
	'stop\n',
	'Opt-out',
	'opt  out',
])('%p is an opt-out, however it is written', (text) => expect(optChoiceOf(text)).toBe('optOut'));

test.each([
	'stop it now please',
	'please stop',
	'nonstop',
	'Stop and start',
	'Where do I get off the bus? At the next stop?',
	'cancel',
	'end',
	'',
	'!!!',
	'🛑',
	'stop '.repeat(50),
])('%p is neither', (text) => expect(optChoiceOf(text)).toBeUndefined());

test('words of one’s own count as well, however they are written, and go first', () => {
	const words = { optOut: ['No more news!', 'Start'], optIn: ['JOIN'] };
	expect(optChoiceOf('no  more news', words)).toBe('optOut');
	expect(optChoiceOf('start', words)).toBe('optOut');
	expect(optChoiceOf('join', words)).toBe('optIn');
	expect(optChoiceOf('stop', words)).toBe('optOut');
	expect(optChoiceOf('no more news today', words)).toBeUndefined();
});
