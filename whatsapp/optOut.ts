/**
 * Words by which people say that they want no further messages, and that they want them again, as they stand alone in a
 * message. Words that often mean something else to a business ("cancel", "end") are left out.
 */
const OPT_OUT: Readonly<Record<string, readonly string[]>> = {
	en: [
		'stop',
		'stop all',
		'stopall',
		'stop promotions',
		'unsubscribe',
		'unsubscribe me',
		'opt out',
		'optout',
	],
	ar: ['إيقاف', 'ايقاف', 'توقف', 'إلغاء الاشتراك', 'الغاء الاشتراك'],
	de: ['stopp', 'abmelden', 'abbestellen'],
	es: ['baja', 'dar de baja', 'darme de baja', 'cancelar suscripción', 'cancelar suscripcion'],
	fr: ['arrêt', 'arret', 'arrêter', 'arreter', 'désabonner', 'desabonner', 'se désabonner', 'désinscrire'],
	he: ['הסר', 'הסירו', 'הסרה'],
	hi: ['रोकें', 'रोको', 'बंद करें', 'बंद करो', 'band karo', 'band karein'],
	id: ['berhenti', 'berhenti berlangganan', 'henti'],
	it: ['disiscriviti', 'disiscrivimi', 'cancellami', 'annulla iscrizione'],
	ja: ['停止', '配信停止', 'ストップ'],
	ko: ['수신거부', '수신 거부', '중지'],
	nl: ['afmelden', 'uitschrijven'],
	pl: ['wypisz', 'wypisz mnie', 'rezygnuję', 'rezygnuje'],
	pt: ['parar', 'pare', 'sair', 'descadastrar', 'cancelar inscrição', 'cancelar inscricao'],
	ru: ['стоп', 'отписаться', 'отписка', 'отпишите меня'],
	th: ['หยุด', 'ยกเลิกการสมัคร'],
	tr: ['dur', 'durdur', 'ret', 'abonelikten çık', 'aboneliği iptal et'],
	vi: ['dừng', 'dừng lại', 'hủy đăng ký'],
	zh: ['退订', '退訂', '停止', '取消订阅', '取消訂閱'],
};

const OPT_IN: Readonly<Record<string, readonly string[]>> = {
	en: ['start', 'unstop', 'subscribe', 'opt in', 'optin', 'resume promotions'],
	ar: ['ابدأ', 'ابدا', 'اشتراك'],
	de: ['anmelden', 'abonnieren'],
	es: ['alta', 'dar de alta', 'darme de alta', 'suscribir', 'suscribirme'],
	fr: ['abonner', "s'abonner", "m'abonner", "s'inscrire"],
	he: ['הצטרף', 'הרשמה'],
	hi: ['शुरू', 'शुरू करें', 'shuru karo', 'shuru karein'],
	id: ['mulai', 'berlangganan'],
	it: ['iscriviti', 'iscrivimi'],
	ja: ['再開', '配信再開'],
	ko: ['수신동의', '수신 동의'],
	nl: ['aanmelden', 'inschrijven'],
	pl: ['zapisz', 'zapisz mnie'],
	pt: ['inscrever', 'inscrever-me', 'cadastrar'],
	ru: ['старт', 'подписаться'],
	th: ['เริ่ม', 'สมัคร'],
	tr: ['başlat', 'abone ol'],
	vi: ['bắt đầu', 'đăng ký'],
	zh: ['订阅', '訂閱', '恢复订阅'],
};

/** Further words, however they are written. */
export interface OptWords {
	optOut?: readonly string[];
	optIn?: readonly string[];
}

export type OptChoice = 'optOut' | 'optIn';

const known = (words: Readonly<Record<string, readonly string[]>>) =>
	new Set(Object.values(words).flat().map(comparable));

let sets: Record<OptChoice, Set<string>> | undefined;

/**
 * A word without what does not change it: case, the form of its characters, hyphens, signs and emoji around it, and how
 * much space there is inside. Turkish has two letters i, which count as one.
 */
function comparable(words: string): string {
	return words
		.normalize('NFKC')
		.toLowerCase()
		.replace(/\u0131/g, 'i')
		.replace(/[\u0307\uFE0F\p{Cf}]/gu, '')
		.replace(/[\u2018\u2019\u02BC]/g, "'")
		.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, '')
		.replace(/[\s\p{Pd}]+/gu, ' ');
}

/** Longer than any of them: a message is not looked through for them. */
const LONGEST = 100;

/** What a person wants who writes this and nothing else. The words of the user go before the known ones. */
export function optChoiceOf(text: string, { optOut = [], optIn = [] }: OptWords = {}): OptChoice | undefined {
	if (text.length > LONGEST) return undefined;
	const said = comparable(text);
	if (said === '') return undefined;
	const isOneOf = (words: readonly string[]) => words.some((word) => comparable(word) === said);
	if (isOneOf(optOut)) return 'optOut';
	if (isOneOf(optIn)) return 'optIn';
	sets ??= { optOut: known(OPT_OUT), optIn: known(OPT_IN) };
	return sets.optOut.has(said) ? 'optOut' : sets.optIn.has(said) ? 'optIn' : undefined;
}
