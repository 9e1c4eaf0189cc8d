/**
 * Names of languages: a tag, its English name, its own name and other names in use. Generated from
 * CLDR 48 (`Intl.DisplayNames` in English and in the language itself); a table, because names
 * differ between versions of Node.
 */
export const languageNames = `
aa Afar
ab Abkhazian
ace Acehnese
ach Acoli
ada Adangme
ady Adyghe
ae Avestan
aeb Tunisian Arabic
af Afrikaans
afh Afrihili
agq Aghem
ain Ainu
ak Akan
akk Akkadian
akz Alabama
ale Aleut
aln Gheg Albanian
alt Southern Altai
am Amharic|አማርኛ
an Aragonese
ang Old English
ann Obolo
anp Angika
ar Arabic|العربية
ar-001 Modern Standard Arabic|العربية الفصحى الحديثة
arc Aramaic
arn Mapuche
aro Araona
arp Arapaho
arq Algerian Arabic
ars Najdi Arabic|اللهجة النجدية
arw Arawak
ary Moroccan Arabic
arz Egyptian Arabic
as Assamese|অসমীয়া
asa Asu|Kipare
ase American Sign Language
ast Asturian|asturianu
atj Atikamekw
av Avaric
avk Kotava
awa Awadhi
ay Aymara
az Azerbaijani|azərbaycan|Azeri
ba Bashkir|башҡорт
bal Baluchi
ban Balinese
bar Bavarian
bas Basaa|Ɓàsàa
bax Bamun
bbc Batak Toba
bbj Ghomala
be Belarusian|беларуская|Belarusan|Byelorussian
bej Beja
bem Bemba|Ichibemba
bew Betawi
bez Bena|Hibena
bfd Bafut
bfq Badaga
bg Bulgarian|български
bgc Haryanvi|हरियाणवी
bgn Western Balochi
bho Bhojpuri|भोजपुरी
bi Bislama
bik Bikol
bin Bini
bjn Banjar
bkm Kom
bla Siksiká
blo Anii|anii kagɩja
blt Tai Dam
bm Bambara|bamanakan
bn Bangla|বাংলা
bo Tibetan|བོད་སྐད་
bpy Bishnupriya
bqi Bakhtiari
br Breton|brezhoneg
bra Braj
brh Brahui
brx Bodo|बर’
bs Bosnian|bosanski
bss Akoose
bua Buriat|буряад
bug Buginese
bum Bulu
byn Blin
byv Medumba
ca Catalan|català
cad Caddo
car Carib
cay Cayuga
cch Atsam
ccp Chakma|𑄌𑄋𑄴𑄟𑄳𑄦
ce Chechen|нохчийн
ceb Cebuano
cgg Chiga|Rukiga
ch Chamorro
chb Chibcha
chg Chagatai
chk Chuukese
chm Mari
chn Chinook Jargon
cho Choctaw
chp Chipewyan
chr Cherokee|ᏣᎳᎩ
chy Cheyenne
cic Chickasaw
ckb Central Kurdish|کوردیی ناوەندی|Sorani
clc Chilcotin
co Corsican
cop Coptic
cps Capiznon
cr Cree
crg Michif
crh Crimean Tatar
crj Southern East Cree
crk Plains Cree
crl Northern East Cree
crm Moose Cree
crr Carolina Algonquian
crs Seselwa Creole French
cs Czech|čeština
csb Kashubian
csw Swampy Cree|ᓀᐦᐃᓇᐍᐏᐣ
cu Church Slavic
cv Chuvash|чӑваш чӗлхи
cy Welsh|Cymraeg
da Danish|dansk
dak Dakota
dar Dargwa
dav Taita|Kitaita
de German|Deutsch
de-AT Austrian German|Österreichisches Deutsch
de-CH Swiss High German|Schweizer Hochdeutsch
del Delaware
den Slave
dgr Dogrib
din Dinka
dje Zarma|Zarmaciine
doi Dogri|डोगरी
dsb Lower Sorbian|dolnoserbšćina
dtp Central Dusun
dua Duala|duálá
dum Middle Dutch
dv Divehi
dyo Jola-Fonyi|joola
dyu Dyula
dz Dzongkha|རྫོང་ཁ
dzg Dazaga
ebu Embu|Kĩembu
ee Ewe|eʋegbe
efi Efik
egl Emilian
egy Ancient Egyptian
eka Ekajuk
el Greek|Ελληνικά|Modern Greek
elx Elamite
en English
en-AU Australian English
en-CA Canadian English
en-GB British English
en-US American English
enm Middle English
eo Esperanto
es Spanish|español|Castilian|castellano
es-419 Latin American Spanish|español latinoamericano
es-ES European Spanish|español de España
es-MX Mexican Spanish|español de México
esu Central Yupik
et Estonian|eesti
eu Basque|euskara
ewo Ewondo
ext Extremaduran
fa Persian|فارسی|Farsi
fa-AF Dari|دری|Afghan Persian
fan Fang
ff Fula|Pulaar
fi Finnish|suomi
fil Filipino|Tagalog|Wikang Filipino
fit Tornedalen Finnish
fj Fijian
fo Faroese|føroyskt
fon Fon
fr French|français
fr-CA Canadian French|français canadien
fr-CH Swiss French|français suisse
frc Cajun French
frm Middle French
fro Old French
frp Arpitan
frr Northern Frisian
frs Eastern Frisian
fur Friulian|furlan
fy Western Frisian|Frysk
ga Irish|Gaeilge
gaa Ga|Gã
gag Gagauz
gan Gan Chinese
gay Gayo
gba Gbaya
gbz Zoroastrian Dari
gd Scottish Gaelic|Gàidhlig|Gaelic
gez Geez
gil Gilbertese
gl Galician|galego
glk Gilaki
gmh Middle High German
gn Guarani
goh Old High German
gon Gondi
gor Gorontalo
got Gothic
grb Grebo
grc Ancient Greek
gsw Swiss German|Schwiizertüütsch
gu Gujarati|ગુજરાતી
guc Wayuu
gur Frafra
guz Gusii|Ekegusii
gv Manx|Gaelg
gwi Gwichʼin
ha Hausa
hai Haida
hak Hakka Chinese
haw Hawaiian|ʻŌlelo Hawaiʻi
hax Southern Haida
he Hebrew|עברית|Ivrit
hi Hindi|हिन्दी
hif Fiji Hindi
hil Hiligaynon
hit Hittite
hmn Hmong
hnj Hmong Njua
ho Hiri Motu
hr Croatian|hrvatski
hsb Upper Sorbian|hornjoserbšćina
hsn Xiang Chinese
ht Haitian Creole|Haitian
hu Hungarian|magyar
hup Hupa
hur Halkomelem
hy Armenian|հայերեն
hz Herero
ia Interlingua
iba Iban
ibb Ibibio
id Indonesian|Indonesia|Bahasa Indonesia|Bahasa
ie Interlingue
ig Igbo
ii Sichuan Yi|ꆈꌠꉙ
ik Inupiaq
ikt Western Canadian Inuktitut
ilo Iloko
inh Ingush
io Ido
is Icelandic|íslenska
it Italian|italiano
iu Inuktitut
izh Ingrian
ja Japanese|日本語
jam Jamaican Creole English
jbo Lojban
jgo Ngomba|Ndaꞌa
jmc Machame|Kimachame
jpr Judeo-Persian
jrb Judeo-Arabic
jut Jutish
jv Javanese|Jawa
ka Georgian|ქართული
kaa Kara-Kalpak
kab Kabyle|Taqbaylit
kac Kachin
kaj Jju
kam Kamba|Kikamba
kaw Kawi
kbd Kabardian
kbl Kanembu
kcg Tyap
kde Makonde|Chimakonde
kea Kabuverdianu
kek Qʼeqchiʼ
ken Kenyang
kfo Koro
kg Kongo
kgp Kaingang|kanhgág
kha Khasi
kho Khotanese
khq Koyra Chiini|Koyra ciini
khw Khowar
ki Kikuyu|Gikuyu
kiu Kirmanjki
kj Kuanyama
kk Kazakh|қазақ тілі
kkj Kako|kakɔ
kl Kalaallisut|Greenlandic
kln Kalenjin
km Khmer|ខ្មែរ|Cambodian
kmb Kimbundu
kn Kannada|ಕನ್ನಡ
ko Korean|한국어
koi Komi-Permyak
kok Konkani|कोंकणी
kos Kosraean
kpe Kpelle
kr Kanuri
krc Karachay-Balkar
kri Krio
krj Kinaray-a
krl Karelian
kru Kurukh
ks Kashmiri|کٲشُر
ksb Shambala|Kishambaa
ksf Bafia|rikpa
ksh Colognian|Kölsch
ku Kurdish|Kurmanji
kum Kumyk
kut Kutenai
kv Komi
kw Cornish|kernewek
kwk Kwakʼwala
kxv Kuvi
ky Kyrgyz|кыргызча
la Latin
lad Ladino
lag Langi|Kɨlaangi
lah Western Panjabi
lam Lamba
lb Luxembourgish|Lëtzebuergesch|Luxembourgeois
lez Lezghian
lfn Lingua Franca Nova
lg Ganda|Luganda
li Limburgish
lij Ligurian|ligure
lil Lillooet
liv Livonian
lkt Lakota|Lakȟólʼiyapi
lmo Lombard
ln Lingala|lingála
lo Lao|ລາວ
lol Mongo
lou Louisiana Creole
loz Lozi
lrc Northern Luri|لۊری شومالی
lsm Saamia
lt Lithuanian|lietuvių
ltg Latgalian
lu Luba-Katanga|Tshiluba
lua Luba-Lulua
lui Luiseno
lun Lunda
luo Luo|Dholuo
lus Mizo
luy Luyia|Luluhia
lv Latvian|latviešu
lzh Literary Chinese
lzz Laz
mad Madurese
maf Mafa
mag Magahi
mai Maithili|मैथिली
mak Makasar
man Mandingo
mas Masai|Maa
mde Maba
mdf Moksha
mdr Mandar
men Mende
mer Meru|Kĩmĩrũ
mfe Morisyen|kreol morisien
mg Malagasy
mga Middle Irish
mgh Makhuwa-Meetto|Makua
mgo Metaʼ
mh Marshallese
mi Māori
mic Mi'kmaw
min Minangkabau
mk Macedonian|македонски
ml Malayalam|മലയാളം
mn Mongolian|монгол
mnc Manchu
mni Manipuri|মৈতৈলোন্
moe Innu-aimun
moh Mohawk
mos Mossi
mr Marathi|मराठी
mrj Western Mari
ms Malay|Melayu|Bahasa Melayu
mt Maltese|Malti
mua Mundang|MUNDAŊ
mus Muscogee
mwl Mirandese
mwr Marwari
mwv Mentawai
my Burmese|မြန်မာ|Myanmar
mye Myene
myv Erzya
mzn Mazanderani|مازرونی
na Nauru
nan Min Nan Chinese
nap Neapolitan
naq Nama|Khoekhoegowab
nb Norwegian Bokmål|norsk bokmål|Bokmål
nd North Ndebele|isiNdebele
nds Low German|Neddersass’sch
nds-NL Low Saxon
ne Nepali|नेपाली
new Newari
ng Ndonga
nia Nias
niu Niuean
njo Ao Naga
nl Dutch|Nederlands
nl-BE Flemish|Vlaams
nmg Kwasio
nn Norwegian Nynorsk|norsk nynorsk|Nynorsk
nnh Ngiemboon|Shwóŋò ngiembɔɔn
no Norwegian|norsk
nog Nogai
non Old Norse
nov Novial
nqo N’Ko|ߒߞߏ
nr South Ndebele
nso Northern Sotho|Sesotho sa Leboa
nus Nuer|Thok Nath
nv Navajo
nwc Classical Newari
ny Nyanja
nym Nyamwezi
nyn Nyankole|Runyankore
nyo Nyoro
nzi Nzima
oc Occitan
oj Ojibwa
ojb Northwestern Ojibwa
ojc Central Ojibwa
ojs Oji-Cree
ojw Western Ojibwa
oka Okanagan
om Oromo|Oromoo
or Odia|ଓଡ଼ିଆ|Oriya
os Ossetic|ирон
osa Osage
ota Ottoman Turkish
pa Punjabi|ਪੰਜਾਬੀ|Panjabi
pag Pangasinan
pal Pahlavi
pam Pampanga
pap Papiamento
pau Palauan
pcd Picard
pcm Nigerian Pidgin|Naijíriá Píjin
pdc Pennsylvania German
pdt Plautdietsch
peo Old Persian
pfl Palatine German
phn Phoenician
pi Pali
pis Pijin
pl Polish|polski
pms Piedmontese|piemontèis
pnt Pontic
pon Pohnpeian
pqm Maliseet-Passamaquoddy
prg Prussian|prūsiskan
pro Old Provençal
ps Pashto|پښتو|Pushto
pt Portuguese|português
pt-BR Brazilian Portuguese|português brasileiro|português do Brasil
pt-PT European Portuguese|português europeu|português de Portugal
qu Quechua|Runasimi
quc Kʼicheʼ
qug Chimborazo Highland Quichua
raj Rajasthani|राजस्थानी
rap Rapanui
rar Rarotongan
rgn Romagnol
rhg Rohingya
rif Riffian
rm Romansh|rumantsch
rn Rundi|Ikirundi
ro Romanian|română|Moldovan
ro-MD Moldavian
rof Rombo|Kihorombo
rom Romany
rtm Rotuman
ru Russian|русский
rue Rusyn
rug Roviana
rup Aromanian
rw Kinyarwanda|Ikinyarwanda
rwk Rwa|Kiruwa
sa Sanskrit|संस्कृत भाषा
sad Sandawe
sah Yakut|саха тыла
sam Samaritan Aramaic
saq Samburu|Kisampur
sas Sasak
sat Santali|ᱥᱟᱱᱛᱟᱲᱤ
saz Saurashtra
sba Ngambay
sbp Sangu|Ishisangu
sc Sardinian|sardu
scn Sicilian|sicilianu
sco Scots
sd Sindhi|سنڌي
sdc Sassarese Sardinian
sdh Southern Kurdish
se Northern Sami|davvisámegiella
see Seneca
seh Sena
sei Seri
sel Selkup
ses Koyraboro Senni
sg Sango|Sängö
sga Old Irish
sgs Samogitian
shi Tachelhit|ⵜⴰⵛⵍⵃⵉⵜ
shn Shan|တႆး
shu Chadian Arabic
si Sinhala|සිංහල|Sinhalese
sid Sidamo
sk Slovak|slovenčina
sl Slovenian|slovenščina
slh Southern Lushootseed
sli Lower Silesian
sly Selayar
sm Samoan
sma Southern Sami
smj Lule Sami
smn Inari Sami|anarâškielâ
sms Skolt Sami
sn Shona|chiShona
snk Soninke
so Somali|Soomaali
sog Sogdien
sq Albanian|shqip
sr Serbian|српски|srpski
sr-ME Montenegrin
srn Sranan Tongo
srr Serer
ss Swati
ssy Saho
st Southern Sotho|Sesotho
stq Saterland Frisian
str Straits Salish
su Sundanese|Basa Sunda
suk Sukuma
sus Susu
sux Sumerian
sv Swedish|svenska
sw Swahili|Kiswahili
sw-CD Congo Swahili
swb Comorian
syc Classical Syriac
syr Syriac|ܣܘܪܝܝܐ
szl Silesian|ślōnski
ta Tamil|தமிழ்
tce Southern Tutchone
tcy Tulu
te Telugu|తెలుగు
tem Timne
teo Teso|Kiteso
ter Tereno
tet Tetum
tg Tajik|тоҷикӣ
tgx Tagish
th Thai|ไทย
tht Tahltan
ti Tigrinya|ትግርኛ
tig Tigre
tiv Tiv
tk Turkmen|türkmen dili
tkl Tokelauan
tkr Tsakhur
tlh Klingon
tli Tlingit
tly Talysh
tmh Tamashek
tn Tswana|Setswana
to Tongan|lea fakatonga
tog Nyasa Tonga
tok Toki Pona
tpi Tok Pisin
tr Turkish|Türkçe
tru Turoyo
trv Taroko
trw Torwali
ts Tsonga
tsd Tsakonian
tsi Tsimshian
tt Tatar|татар
ttm Northern Tutchone
ttt Muslim Tat
tum Tumbuka
tvl Tuvalu
twq Tasawaq|Tasawaq senni
ty Tahitian
tyv Tuvinian|Тыва
tzm Central Atlas Tamazight|Tamaziɣt n laṭlaṣ
udm Udmurt
ug Uyghur|ئۇيغۇرچە|Uighur
uga Ugaritic
uk Ukrainian|українська
umb Umbundu
ur Urdu|اردو
uz Uzbek|o‘zbek|o‘zbekcha
vai Vai|ꕙꔤ
ve Venda
vec Venetian|veneto
vep Veps
vi Vietnamese|Tiếng Việt
vls West Flemish
vmf Main-Franconian
vmw Makhuwa|emakhuwa
vo Volapük
vot Votic
vro Võro
vun Vunjo|Kyivunjo
wa Walloon
wae Walser
wal Wolaytta
war Waray
was Washo
wbp Warlpiri
wo Wolof
wuu Wu Chinese
xal Kalmyk
xh Xhosa|IsiXhosa
xmf Mingrelian
xnr Kangri|कांगड़ी
xog Soga|Olusoga
yao Yao
yap Yapese
yav Yangben|nuasue
ybb Yemba
yi Yiddish|ייִדיש
yo Yoruba|Èdè Yorùbá
yrl Nheengatu|nheẽgatu
yue Cantonese|粵語|广东话|廣東話|粤语
za Zhuang|Vahcuengh
zap Zapotec
zbl Blissymbols
zea Zeelandic
zen Zenaga
zgh Standard Moroccan Tamazight|ⵜⴰⵎⴰⵣⵉⵖⵜ
zh Chinese|中文|Mandarin|Mandarin Chinese|汉语|漢語|国语|國語|普通话|普通話|华语
zh-Hans Simplified Chinese|简体中文|Chinese Simplified|简体
zh-Hant Traditional Chinese|繁體中文|Chinese Traditional|繁體
zu Zulu|isiZulu
zun Zuni
zza Zaza`;
