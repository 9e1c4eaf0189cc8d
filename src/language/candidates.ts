import type { Script } from './scripts.js';

/** A language that a paragraph may be in. */
export interface Candidate {
  /** BCP-47. */
  readonly language: string;
  /** franc's code for it (ISO 639-3), null if franc does not know it. */
  readonly franc: string | null;
  /** Its letters in addition to a to z (Latin), or to those of Russian, Arabic or Hindi. */
  readonly letters: string;
}

const candidate = (language: string, franc: string | null, letters: string): Candidate => ({
  language,
  franc,
  letters,
});

/**
 * The languages to choose from in scripts that several languages share. franc's other languages are
 * left out on purpose: it mistakes plain English for Scots and short lines for Asturian or
 * Galician. Eight languages that franc lacks are recognised by their words and letters alone.
 */
export const allCandidates: Readonly<Partial<Record<Script, readonly Candidate[]>>> = {
  Latin: [
    candidate('af', 'afr', 'êëéèôöûüïîáóíúý'),
    candidate('az', 'azj', 'əğıöüçş'),
    candidate('ca', 'cat', 'àçéèíïóòúü'),
    candidate('cs', 'ces', 'áčďéěíňóřšťúůýž'),
    candidate('cy', null, 'âêîôûŵŷáéíóúëïöäàèìòù'),
    candidate('da', 'dan', 'æøåé'),
    candidate('de', 'deu', 'äöüß'),
    candidate('en', 'eng', ''),
    candidate('eo', 'epo', 'ĉĝĥĵŝŭ'),
    candidate('es', 'spa', 'áéíñóúü'),
    candidate('et', null, 'äöüõšž'),
    candidate('eu', null, 'ñ'),
    candidate('fi', 'fin', 'äöåšž'),
    candidate('fr', 'fra', 'àâæçéèêëîïôœùûüÿ'),
    candidate('ga', null, 'áéíóú'),
    candidate('gl', 'glg', 'áéíñóúüï'),
    candidate('hr', 'hrv', 'čćđšž'),
    candidate('hu', 'hun', 'áéíóöőúüű'),
    candidate('id', 'ind', 'é'),
    candidate('is', null, 'áðéíóúýþæö'),
    candidate('it', 'ita', 'àéèìîòóù'),
    candidate('ku', null, 'çêîşû'),
    candidate('la', null, 'āēīōūæœ'),
    candidate('lt', 'lit', 'ąčęėįšųūž'),
    candidate('lv', 'lvs', 'āčēģīķļņšūž'),
    candidate('ms', 'zlm', 'é'),
    candidate('nb', 'nob', 'æøåéòôóê'),
    candidate('nl', 'nld', 'éëïóöüèêá'),
    candidate('nn', 'nno', 'æøåéòôóê'),
    candidate('pl', 'pol', 'ąćęłńóśźż'),
    candidate('pt', 'por', 'áâãàçéêíóôõúü'),
    candidate('ro', 'ron', 'ăâîșțşţ'),
    candidate('sk', 'slk', 'áäčďéíĺľňóôŕšťúýž'),
    candidate('sl', 'slv', 'čšž'),
    candidate('sq', null, 'çë'),
    candidate('sr', 'srp', 'čćđšž'),
    candidate('sv', 'swe', 'åäöé'),
    candidate('sw', 'swh', ''),
    candidate('tl', 'tgl', 'ñáéíóú'),
    candidate('tr', 'tur', 'çğıöşüâî'),
    candidate('vi', 'vie', 'àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ'),
  ],
  Cyrillic: [
    candidate('be', 'bel', 'абвгдежзйклмнопрстуфхцчшыьэюяёіў'),
    candidate('bg', 'bul', 'абвгдежзийклмнопрстуфхцчшщъьюя'),
    candidate('kk', 'kaz', 'абвгдежзийклмнопрстуфхцчшщъыьэюяёәғқңөұүһі'),
    candidate('ky', 'kir', 'абвгдежзийклмнопрстуфхцчшщъыьэюяёңөү'),
    candidate('mk', 'mkd', 'абвгдежзиклмнопрстуфхцчшѓѕјљњќџ'),
    candidate('ru', 'rus', 'абвгдежзийклмнопрстуфхцчшщъыьэюяё'),
    candidate('sr', 'srp', 'абвгдежзиклмнопрстуфхцчшђјљњћџ'),
    candidate('uk', 'ukr', 'абвгдежзийклмнопрстуфхцчшщьюяґєії'),
  ],
  Arabic: [
    candidate('ar', 'arb', 'ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإآؤئ'),
    candidate('fa', 'pes', 'اآبپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیئءأؤ'),
    candidate('ur', 'urd', 'اآبپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھءیےئؤۂۃ'),
  ],
  Devanagari: [candidate('hi', 'hin', ''), candidate('mr', 'mar', ''), candidate('ne', 'npi', '')],
};
