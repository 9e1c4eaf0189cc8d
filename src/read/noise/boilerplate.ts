/**
 * Whole blocks that are page furniture. Anchored at both ends: text that merely mentions a
 * newsletter is text, and precision comes first.
 */
const patterns: readonly RegExp[] = [
  // Counters.
  /^(?:(?:page|post|total)\s)?(?:views?|visits|reads|shares|likes|comments|post views)\s*[:：]\s*[\d.,\s]+[km]?$/i,
  /^[\d.,]+\s?[km]?\s+(?:views?|shares?|comments?|likes?|reads|followers|subscribers)$/i,
  /^(?:visitas|vistas|lecturas|compartidos|visualizaciones|vues|partages|aufrufe|ansichten|visualizzazioni|visualizações|weergaven|просмотров|просмотры|переглядів|перегляди|wyświetleń|wyświetlenia|zobrazení|görüntüleme|المشاهدات|بازدید|浏览|阅读|閱讀|閲覧数|조회수|조회)\s*[:：]\s*[\d.,\s]+[kmкм]?$/iu,
  /^(?:\d+|one)\s+min(?:ute)?s?\s+read$/i,
  /^\d+\s+(?:min(?:utos)? de lectura|min(?:utes)? de lecture|min(?:uten)? lesezeit|minuti di lettura|minutos de leitura|min\. czytania|мин(?:ут)?\.? (?:чтения|на чтение))$/iu,
  // Subscriptions.
  /^subscribe to get .{0,80}$/i,
  /^(?:subscribe|sign up|register)(?: (?:now|today|here))?(?: (?:to|for) (?:our|the|my|your)(?: \S+){0,3} (?:newsletter|mailing list|updates|channel|podcast)(?: .{0,60})?)?[.!]?$/i,
  /^discover more from .{1,100}$/i,
  /^(?:type your email|enter your e-?mail(?: address)?|your e-?mail address).{0,30}$/i,
  /^(?:suscríbe(?:te|ase)|abonnez-vous|inscrivez-vous|iscriviti|inscreva-se|assine|abonniere|abonnieren sie|melden sie sich|schrijf je in|prenumerera|zapisz się|odebírejte|подпи(?:шитесь|сывайтесь)|підпи(?:шіться|суйтесь)|abone ol(?:un)?)(?:\s(?:a|à|alla|para|la|der|den|voor|på|do|na|на|zu|für|unseren?|nuestr[ao]|notre|nossa|nostra|unser|наш\S*)){0,4}\s+(?:newsletter|boletín|infolettre|lettre d[’']information|canal|chaîne|kanal|nieuwsbrief|nyhetsbrev|newslettera|рассылк\S+|канал|розсилк\S+|telegram)(?:\s.{0,40})?[.!]?$/iu,
  // Share bars and links to elsewhere.
  /^(?:share|tweet)(?:[\s|·•,/]+(?:this(?: article| post| story)?|share|tweet|pin|email|e-mail|print|copy link|like|facebook|twitter|x|whatsapp|telegram|linkedin|reddit|pinterest|on|with|via|to|and)){0,14}[:.!]?$/i,
  /^(?:pin|email|print|copy link|like|follow|reply)(?:[\s|·•,/]+(?:this(?: article| post| story)?|share|tweet|pin|email|e-mail|print|copy link|like|facebook|twitter|whatsapp|telegram|linkedin|reddit|pinterest)){1,14}[:.!]?$/i,
  /^(?:facebook|twitter|whatsapp|telegram|linkedin|reddit|pinterest|instagram|youtube|tiktok|email|e-mail|rss|x)(?:[\s|·•,/]+(?:facebook|twitter|whatsapp|telegram|linkedin|reddit|pinterest|instagram|youtube|tiktok|email|e-mail|print|rss|x)){1,14}$/i,
  /^(?:compart[ei](?:r|lo|lhar)?|partager|teilen|condividi|delen|dela|udostępnij|sdílet|поделиться|поділитися|paylaş|مشاركة|分享|シェア|공유)(?:\s(?:en|em|sur|auf|su|op|på|na|v|в|у|on|no|esto|este artículo|este artigo|cet article|artykuł))?(?:[\s|·•,/:]*(?:facebook|twitter|whatsapp|telegram|linkedin|x|email|e-mail)){0,8}$/iu,
  /^(?:see|read|view|load|show)\s+(?:more|all)(?:\s+(?:from|on|by)\s+this\s+(?:author|topic|category))?[.…]*$/i,
  /^(?:read more|continue reading|click here|leave a (?:comment|reply)|post a comment|add a comment|comments are closed|no comments(?: yet)?|back to top|skip to (?:main )?content|advertisement|advertising|sponsored(?: content)?|related (?:articles|posts|stories)|you may also like|most read|trending now|previous article|next article|all rights reserved)[.:…!]?$/i,
  /^(?:leer más|lee también|te puede interesar|publicidad|lire (?:aussi|la suite)|publicité|weiterlesen|lesen sie auch|anzeige|werbung|leggi anche|pubblicità|leia (?:também|mais)|publicidade|lees (?:ook|meer|verder)|advertentie|läs (?:också|mer)|annons|czytaj (?:także|też|więcej)|reklama|čtěte také|читайте также|читать далее|реклама|читайте також|devamını oku|reklam|اقرأ أيضا|إعلان|广告|相关阅读|広告|関連記事|광고|관련기사)[.:…!]?$/iu,
  // Cookies and rights.
  /^(?:we|this (?:site|website)) uses? cookies\b.{0,160}$/i,
  /^(?:©|\(c\)|copyright\b)\s?.{0,20}\d{4}.{0,100}$/i,
];

/** Longest block that can be page furniture; longer ones are text that mentions it. */
const maxLength = 200;

/** Whether a block as a whole is page furniture: counters, invitations to subscribe, share bars. */
export function isBoilerplate(text: string): boolean {
  if (text.length > maxLength) return false;
  const line = text.trim().replace(/\s+/g, ' ');
  return patterns.some((pattern) => pattern.test(line));
}
