/** Words that negate a statement, and words that leave it open whether another one does. */
export interface PolarityWords {
  /** Plain negation, which decides on its own. Separated by spaces; `_` is a space inside an entry. */
  readonly negators: string;
  /**
   * Partly negative, or negative in the idiom of other languages: the check stays silent if one
   * occurs.
   */
  readonly weak: string;
  /** Prefixes and suffixes that negate: un-, -less. */
  readonly affixes?: RegExp;
  /** A negator that is a noun after the word before it: "ses pas", "une personne". */
  readonly nouns?: RegExp;
}

/** As `PolarityWords`, for scripts without spaces. */
export interface PolaritySigns {
  readonly negators: RegExp;
  /** Characters that leave it open whether there is a negation. */
  readonly weak: RegExp;
}

/** By base language. Idioms with a negative word that negate nothing are left to `weak`. */
export const polaritySigns: Readonly<Record<string, PolaritySigns>> = {
  zh: {
    negators:
      /(?<!不得|不能|不可|不会|不會|一[声聲语語言]|[说說好像])不(?![过過仅僅但得只断斷久少管论論幸料如然同妨禁由是停住安怕设設]|用说)|(?<![沉淹埋吞出像])[没沒](?!收|落)|未(?![来來必免])|无法|無法|並非|并非|绝非|絕非/gu,
    weak: /[不没沒未无無非莫费費难難免缺禁防拒否失少只仅僅才除别別]|[吗嗎]|谁|哪|何/u,
  },
  ja: {
    negators:
      /(?<![少危汚拙幼切儚つあき]|せわし|もったい|とんでも|かもしれ|かもしら|違い|ちがい|間違い|ざるをえ|ざるを得|なくては?なら|なければなら|なくては?いけ|なければいけ|ねばなら|てはなら)(?:なかった|ない(?!か)|なく(?!な|ちゃ|て))|(?<!かもしれ|なければなり|なくてはなり|ねばなり|いけ|す[みい]|済み)ません(?!か)/gu,
    weak: /[なね][いくかけえ]|[だま]ま|ませ|ず|ぬ|[無不非未否]|まい|ざる|だけ|しか|ほとんど|[少難失]|禁|嫌|か[。？]/u,
  },
};

/** By base language. */
export const polarityWords: Readonly<Record<string, PolarityWords>> = {
  en: {
    negators:
      "not no never none nobody nothing nowhere neither nor cannot don't doesn't didn't isn't aren't wasn't weren't won't wouldn't can't couldn't shouldn't haven't hasn't hadn't mustn't needn't ain't mightn't",
    weak: 'without hardly scarcely barely seldom rarely few little unless except but only fail failed fails lack lacks lacked refuse refused deny denied denies avoid prevent instead rather although despite against stop stopped unable unlikely too free absence until before otherwise impossible ignore ignored miss missing lost against doubt forbid ban banned last least less beyond yet give gave given silent silence quiet stay stayed',
    affixes: /^(?:un|in|im|ir|il|dis|non)\p{L}{3,}|less(?:ly)?$/u,
  },
  de: {
    negators:
      'nicht kein keine keinen keinem keiner keines nie niemals niemand niemanden nichts nirgends weder nein',
    weak: 'ohne kaum selten wenig wenige weniger nur erst außer statt sondern noch un- aber bevor bis verhindern vermeiden fehlt fehlen fehlte trotz obwohl gegen leider schwer mangels unmöglich verbieten verboten',
    affixes: /^un\p{L}{3,}|los(?:e[nmrs]?)?$/u,
  },
  fr: {
    negators: "ne n' n’ pas jamais rien personne aucun aucune nul nulle ni non guère",
    weak: 'sans peu que sauf plutôt avant empêcher éviter manque manquer faute malgré contre seulement trop moins impossible refuser refusé interdit point plus',
    affixes: /^(?:in|im|ir|il|dé|dés|mé)\p{L}{3,}/u,
    nouns:
      /^(?:(?:un|le|les|des|ses|mes|tes|nos|vos|leurs|ces|son|mon|ton|quelques|chaque|deux|trois|au|à|premiers?|faux|grands|petits) pas|(?:une|la|cette|en|ma|sa|ta|chaque|toute|quelque|grande|jeune|première) personne)$/u,
  },
  es: {
    negators: 'no nunca jamás nadie nada ningún ninguno ninguna tampoco ni',
    weak: 'sin apenas poco pocos salvo excepto sino antes evitar falta faltar contra solo sólo demasiado menos imposible negar negó tampoco sinó',
    affixes: /^(?:in|im|ir|des)\p{L}{3,}/u,
  },
  it: {
    negators: 'non mai nessuno nessuna nessun niente nulla né neanche nemmeno neppure no',
    weak: 'senza poco appena salvo tranne ma prima evitare manca mancare contro solo troppo meno impossibile finché',
    affixes: /^(?:in|im|ir|s|dis)\p{L}{4,}/u,
  },
  pt: {
    negators: 'não nunca jamais ninguém nada nenhum nenhuma nem tampouco',
    weak: 'sem pouco apenas exceto salvo mas antes evitar falta faltar contra só demais menos impossível',
    affixes: /^(?:in|im|ir|des)\p{L}{3,}/u,
  },
  nl: {
    negators: 'niet geen nooit niemand niets nergens noch nee',
    weak: 'zonder nauwelijks zelden weinig maar behalve tenzij voordat tot vermijden voorkomen ontbreekt ondanks tegen slechts te minder onmogelijk',
    affixes: /^on\p{L}{3,}|loos$|loze$/u,
  },
  sv: {
    negators: 'inte ej icke aldrig ingen inget inga ingenting ingenstans varken nej',
    weak: 'utan knappt sällan få lite bara förrän undvika saknar saknas trots mot för mindre omöjligt',
    affixes: /^o\p{L}{4,}|lös$|lösa$|löst$/u,
  },
  pl: {
    negators: 'nie nigdy nikt nikogo nic niczego żaden żadna żadne żadnego żadnej ani nigdzie brak',
    weak: 'bez ledwie rzadko mało tylko oprócz zanim dopóki unikać zabraknąć mimo przeciw zbyt mniej niemożliwe',
    affixes: /^nie\p{L}{3,}/u,
  },
  ru: {
    negators: 'не нет никогда никто никого ничего ничто ни нельзя никакой нигде',
    weak: 'без едва редко мало лишь только кроме прежде избежать хватает несмотря против слишком менее невозможно пока чуть',
    affixes: /^(?:не|без|бес)\p{L}{3,}/u,
  },
};
