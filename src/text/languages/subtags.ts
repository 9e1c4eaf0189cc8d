/**
 * The existing subtags in canonical form: those that `Intl.getCanonicalLocales` replaces (`spa`,
 * `iw`) are not listed. Generated from ISO 639-3 and CLDR 48; a table, because the knowledge of
 * `Intl` depends on the version of Node.
 */

/** Two-letter languages. */
export const twoLetterLanguages = `
aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da
de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz
ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln
lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi
pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti
tk tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu`;

/** Three-letter languages: the first two letters, then every existing third letter. */
export const threeLetterLanguages = `
aaabcdefghiklnopqstuwxz ababcdefghijlmnopqrstuvwxyz acabdefhiklmnpqrstuvwxyz
adabdefghijlnoqrstuwxyz aeabcdeklmnqrsuwyz afbdeghiknopstuz agabcdefghijklmnoqrstuvwxyz
ahabghiklmnoprst aiabcdefghijklmnopqrtwxy ajaginwz akbcdefghijklmopqrstuvwxyz
alacdefhijklmnopqrtuwxyz amabcefgijklmnopqrstuvwxyz anabcdefghijklmnopqrstuvwxyz
aoabcdefgijklmnrstuxz apbcdefghijklmnopqrstuvwxyz aqcdgmnprtz arcdehijklnopqrsuvwxyz
asabcefghijklnopqrstuvwxyz atabcdegijklmnopqrstuvwxyz auabcdghijklmnopqrtuwxyz avbdiklmnostuv
awabceghikmnorstuvwxy axbegklmx ayabcdeghiklnopqstuz azabdgmnotz baabcefghjlnoprsuvwxy
bbabcdefghijklmnopqrstuvwxy bcabdefghijkmnopqrstuvwyz bdabcdefghijklmnopqrstuvwxyz
beabcdefghijkmopqstuvwxyz bfabcdefghijklmnopqrstuwxyz bgabcdefgijklnopqrstuvwxyz
bhabcdefghijlmnopqrstuvwxyz biabdefgjklmnopqrtuvwxyz bjabcefghijklmnoprstuvwxyz
bkacdfghijklmnopqrstuvwxyz blabcdefhijklmnopqrstvwxyz bmabcdefghijklmnopqrstuvwxz
bnabcdefgijklmnopqrsuvwxyz boabefghijklmnopqrtuvwxyz bpadghijklmnopqrstuvwxyz
bqabcdfghijklmnopqrstuvwxyz brabcdfghijklmnopqrstuvwxyz bsabcefghijklmnopqrstuvwxy
btacdefghijmnopqrstuvwxyz buabcdefghijkmnopqstuvwxyz bvabcdefghijklmnopqrtuvwxyz
bwabcdefghijklmnopqrstuwxyz bxabcdefghijlmnopqsuvwz byabcdefghijklmnopqrstvwxz
bzabcdefghijklmnopqrstuvwxyz caabcdefghjklmnopqrsvwxyz cbbcdgijklnoqrstuvwy cccdeghjlmopr
cdaefhijmnorsyz ceabgknty cfadgm cgacgk chbcdfghjklmnopqrtwxyz ciabcdehkmnprwy cjaehikmnopsvy
ckbhlmnoqrstuvxyz clacehijklmotuwy cmaegilmorst cnabcghiklopstuwx coabcdefghjklmnopqtuvwxz
cpabcginosuxy cqd crabcdfghijklmnoqrstvwxyz csabcdefghijklmnopqrstvwyz ctacdeghlmnopstuz
cuabcghijklopqrtuvwxy cvgn cwabegt cyabo czhknot daacdeghijklmoqrsuvwxz dbabdefgijlmnopqrtuvwy
dccr ddadegijnorsw decdefghilmnpqrsvz dgabcdeghiklnrstwxz dhgilmnorsuvwx diabcdfghijlmnoprsuwxyz
djabcdefijkmnoruw dkakrsx dlgkmn dmabcdefgklmorsuvwxy dnadegijknortuvwy doabcefhiklnopqrstvwxyz
dpp drbcdegilnoqstuy dsbehilnoq dtabdhikmnoprstuy duabcefghiklmnopqrsuvwxyz dva dwakrsuwyz
dyabdgimnouy dzaegln eaa ebcgkoru ecrsy eee efaei egaloy ehu eiptv eja ekaegilmopry elehikmoux
emabegimnpsuwxy enabcdfhlmnoqruvwx eot epi eraghikorstw eseghilmnoqsuy etbchnorstuxz evehn ewo
ext eyao ezae faabdfghijklmnpruxyz fbl fcs fer ffim fgr fiaeflprtw fkkv flahilnry fmpu fnbgi
fodimnrs fpe fqs frcdkmopqrst fsels fubdefhijmnqrtuvy fvr fwae gaabcdefghijklmnopqrstuwxy
gbabdefghijklmnpqrsuvwxyz gccdeflnrt gdabcdefghijklmnoqrstux geabcdfghijklqsvwxyz gfkt
ggabdegkltuw ghacehklnorst giabcdeghlmnpqrstuwxyz gjikmnru gkadenopu glcdhjkloruwy
gmabdghlmnruvxyz gnabcdeghijklmnqrtuwz goabcdefghijklnopqrstuwxyz gpaen gqainru
grabcdghijmoqrstuvwxyz gseglmnopsw gtau guabcdefhiklmnopqrstuwxz gvacefjlmnoprsy
gwabcdefgijmnrtuwx gxx gybdefgilmnory gzain haabcdefghijklmnopqrsvwxyz hbabnou hcah hdsy hedghim
hgmw hhiry hiabdfghijklortwx hji hkaekns hlabdetu hmabcdefghijklmnpqrstuvwyz hnadeghijnosu
hoabcdehijlmoprstvwyz hpos hracekmoptuwxz hsbhlns htiosux hubcdefghijklmopqrstuvwxyz hvceknv
hwaco hyaw iainr ibabdeghlmnruy icahlr idabcdeirstu ifabefkmuy igbeglmnosw ihbipw iin ijcejns
ikikloprstvwxz ilabgikmopsuv imailnorsy inbghjlmnopstz ioruw ipio iquw irehiknruxy
isacdeghikmnortu itbdeiklmorstvwxyz ium ivbv iwkmos ixcl iyaox izhrz jaabcdefhjklmnoqstuxyz
jbeijknortuw jcst jdagt jebehiklnrtu jgbeko jhis jiabcdeghilmoqtuvy jjer jkamopru jles
jmabcdilnrswx jnadgijls jobdgrsw jpar jqr jrabrtu jsl juabcdhiklmnoprstuwy jvdn jwi jyaey
kaabcdefghijkmopqvwxy kbabcdeghijklmnopqrstuvwxyz kcabcdefghijklmnopqrstuvwxyz
kdacdefghijklmnpqrtuwxyz keabcdefghijklmnopqrstuvwxyz kfabcdefghijklmnopqrstuvwxyz
kgabefgijklnopqrstuvwxy khabcdefghjlnopqrstuvwxyz kiabcdefghijlmopqstuvwxyz
kjabcdeghijklmnopqrstuvxyz kkabcdefghijklmnopqrstuvwxyz klabcdefghijklmnopqrstuvwxyz
kmabcdefghijklmnopqstuvwxyz knabdefijklmnopqrstuvwxyz koacdefghiklopqstuvwyz
kpabcdefghijklmnoqrstuwxyz kqabcdefghijklmnopqrstuvwxyz krabcdefhijklnprstuvwxyz
ksabcdefghijklmnopqrstuvwxyz ktabcdefghijklmnopqstuvwxyz kubcdefghijklmnopqstuvwxyz
kvabcdefghijklmnopqrtuvwxyz kwabcdefghijklmnoprstuvwxyz kxabcdfhijkmnopqrstvwxyz
kyabcdefghijklmnopqrstuvwxyz kzabcdefgiklmnopqrsuvwxyz laabcdefghijlmnpqrsuwxyz
lbbcefgijlmnoqrstuvwxyz lccdefhlmpqs ldabdghijklmnopq leabcdefhijklmnopqrstuvwxyz lfan
lgabghiklmnqrtuz lhahilmnpstu liabcdefghjklopqrsuvwxyz ljaeilpwx lkabcdehijlmnorstuy
llabcdefghijklmnpqsux lmabcdefghijklnopqruvwxy lnabdghijlmnosuwz loabcefghijklmnopqrstuvwxyz
lpaenox lracegiklmnortvz lsadehilmnoprstvy ltcghinosu luacdefijklmnopqrstuvwyz lvaiku
lwaeghlmostuw lyagn lzhlnz maabdefgijkmnqstuvwxz mbabcdefhijklmnopqrstuvwxyz
mcabcdefghijklmnopqrstuvwxyz mdabcdefghijklmnpqrstuvwxyz meabcdefhijklmnopqrstuvwyz
mfabcdefghijklmnopqrstuvwxyz mgabcdefghijklmnopqrstuvwyz mhabcdefgijklmnopqstuwxyz
miabcdefghijklmnopqrstuwxyz mjbcdeghijklmnopqrstuvwxyz mkabcefgijklmnopqrstuvwxyz
mlabcefhijklmnopqrsuvwxz mmabcdefghijklmnopqrtuvwxyz mnabcdefghijklmnpqrsuvwxyz
moacdeghijkmopqrstuvwxyz mpabcdeghijklmnopqrstuvwxyz mqabcefghijklmnopqrstuvwxyz
mrabcdefghjklmnopqrstuvwxyz msbcdefghijklmnopqrsuvwxyz mtabcdefghijklmnopqrstuvwxy
muabcdeghijklmoqrstuvxyz mvabdefghiklmnopqrstuvwxyz mwabcefghiklmnopqrstuvwz
mxabcdefghijklmnopqrstuvwxyz mybcefghjklmoprsuvwxyz mzabcdeghijklmnopqrstuvwxyz
naabcefgjklmnopqrstwxyz nbabcdeghijkmnopqrstuvwy ncabcdefghijklmnoqrstuxz
ndabcdfghijklmnpqrstuvwxyz neabcdefghijkmnoqrstuvwxyz nfadlru ngabcdeghijklmnopqrstuvwxyz
nhabcdefghikmnopqrtuvwxyz niabdefghijklmnoqrstuvwxyz njabdhijlmnorstuxyz
nkabcdefghijkmnopqrstuvwxz nlacegijklmoquvwxyz nmabcdefghijklmnopqrstuvwxyz
nnabcdefghijklmnpqrtuvwyz noacdefghijklnpqstuvwyz npabghlnosuxy nqgklmnoqy nrabcefgiklmnprtuxz
nsabcdefghiklmnopqrstuvwxyz ntdgijkmopruwxyz nuacdefghijklmnopqrstuvwxyz nvhmo nwabcegimorxy
nxadegiklmnoqrx nybcdefghijklmnopqrstuvwxy nzabdikmsuyz oaacrv obiklmortu ocahou odaktu ofosu
ogbcegou ohtu oian ojbcpsvw okabdeghijklmnorsuvx oladekmortu omabcgiklnoprtuwx
onabegijknoprstuwx oodgnrs opakmoty oraceghnorstuvwxz osacioptux otabdeiklmnqrstuwxyz ouabeim
ovd owil oybdmy ozm pabcdefghiklmopqrsuvwxyz pbbcefghilmnoprstvy pcabcdefghijklmnpw pdacinotu
peabdefghijklmopqvxyz pfael pgadgiklnsuz phadghklmnoqrtuvw piabcdefghijlmnoprstuvwxyz pjt
pkabcghnoprstu plabcdeghjklnoqrsuvwyz pmabdefhijlmnoqrstwxyz pnacdeghijklmnopqrstuvwxyz
pocefghikmnopqstvwxy ppeiklmnopqstu pqam prcdefghiklmnoqrtuwxz psacdeghilmnopqrstuwy
ptahinopqrtuvwy puabcdefgijmopqrtuwxy pwabgimnorw pxm pyemnsuxy pzn quabcdfghiklmnpqrsvwxy
qvacehijlmnopswyz qwachmst qxachlnopqrstuw qyap raabcdfghijklmnopqrstuvwxyz rbbklp rcf rdb
reabegijlmnrsty rgaeknrsu rhgp riaflmnrtu rjgis rkabhimtw rmabcdefghiklmnopqstuvwxz rndglnprw
robcdefglmopruw rpnt rriot rsblm rtchmsw rubcefghikopqtuyz rwakmor rxdw rynsu rzh
saabcdefhjkmoqrstuvwxyz sbabcdefghijklmnopqrstuvwxyz scbefghiklnopqstuvwx sdabcefghjklnopqrstuxz
seabcdefghijklnopqrstuvwyz sfbemsw sgabcdeghijkmprstuwxyz shabcdeghijklmnopqrstuvwxyz
siabdefghijklmpqrsuvwxyz sjabdegklmnoprstuw skabcdefghijmnopqrstuvwxyz slcdefghijlmnpqrstuwxyz
smabcfghjklmnpqrstuvwxyz sncefgijklmnopqrsuvwxyz soabcdeghijklopqrsuvwxyz spbcdegiklmnopqrstuvx
sqahkmnoqrstu srabefghiklmnoqrstuvwxyz ssbcdefghijklmnopqrstuvxyz stabdefghijklmnopqrstuvwy
suabcegijkqrstvwxyz svabcekmsx swbfgijklmnopqrstuvwxy sxbcegklmnorsuw syabciklmnorswxy
szabceglnpsvwy taabcdefgjklnopqrsuvwxyz tbacdefghijklmnoprstuvwxyz tcabcdefghiklmnopqstuwxyz
tdabcdefghijklmnoqrstvxy teabcdefghikmnopqrstuvwxyz tfinort tgabcdefhijnopqrstuvwxyz
thdefhiklmnpqrstuvyz tiacfghijklmnopqstuvwxyz tjagijlmnopsuw tkabdefglmnpqrstuvwxz
tlabcdfghijklmnopqrstuvxy tmabcdefghijlmnoqrstuvwyz tnabcdghiklmnopqrstuvwxyz
tobcdfghijklmopqrsuvwxyz tpacefgijklmnopqrtuvxyz tqblmnopqrtuw trabcdefghijlmnopqrstuvwxyz
tsabcdeghijklmpqrstuvwxyz ttabcdefghijklmnoprstuvwyz tuabcdefghijlmnoqsuvxyz tvadeklmnostuwxy
twabcdefghlmnopqrtuwxy txabceghijmnoqrstuxy tyaehijlnprstuvxz tzahjlmnox uamnr ubailruy
udaegijlmu ues ufi ugabenoy uhan uisv uji ukaghiklpqsuvwy ulabcefiklmnuw umabcdgimnoprs
unadegkmnruxz upiv urabcefghiklmnoprtuvwxyz usahikpsu utaehpru uumnru uvehl uwa uya uzs
vaaefghijlmnoprsuvy vbbk vecdlmopr vgrt vicdfglnstv vkaijklmoptu vlps vmabcdefghijklmpqrsuvwxyz
vnkmp vort vraost vsilv vto vumnt vwa waabcdefghijlmnopqrstuvwxyz wbabefhijklmpqrstvw wcai
wddgjkuy weacdghimoprstuw wfg wgabgiouy whagku wibcefghijklmnruvy wjai wkabdlruwy
wlaceghiklmorsuvwxy wmabcdehimnostwx wnbcdegikmnopuwy woabcdefgikmnorswy wpc
wrabdghiklmnoprsuvwxyz wsagikrsuv wtfhikmw wuabdhlmnrtuvxy wwaborw wxaw wyabimry
xaabcdegijklmnopqrstuvwy xbbcdegijmnoprwy xcbceghlmnortuvwy xdackmoy xebdglmprstu xfa
xgabdfgilmruw xhacdertuv xibilnrsvy xjbt xkabcdefgijklnopqrstuvwxyz xlabcdeginopsuy
xmabcdefghjklmnopqrstuvwxyz xnabghikmnorstuyz xocdgikmnoprw xpabcdfghijklmnopqrstuvwxyz xqat
xrabdegimnrtuw xsabcdehimnopqruvy xtabcdeghijlmnopqrstuvwy xuabdgjlmnoprtu xveinos
xwacdegjklortw xxbkmrt xyabjklty xzhmp yaabcdefghijklmnopqrstuvwxyz ybabehijklmnoxy ychlnp
ydaegk yeaceijlrstuvy ygailmprsuw yhadls yiafghijklmnpqrstuvxz ykagiklmnortuy ylabegilmnoruy
ymbcdeghiklmnopqrsxz ynadegklnoqsu yobgiklmntxy ypabghmnopz yrabeklmnoswy yscdglnoprsy ytalpwy
yuabcdefgijklmnpqrtwxyz yvat ywaglnqrtuw yxaglmuy yyruz yzgk zaabcdefghjklmopqrstuvwxyz zbaceltw
zcah zdj zeaghn zgabhmnr zhbdinw ziabklmnwz zkadghknoprtuvz zljmnq zmabcdefghijklmnopqrstuvwxyz
znaegks zochmoqrs zpabcdefghijklmnopqrstuvwxyz zqe zragnops zsaklru zteglmnpqstuxy zuahmny zwa
zxx zygjnp zzaj`;

/** Scripts. */
export const scripts = `
Adlm Afak Aghb Ahom Arab Aran Armi Armn Avst Bali Bamu Bass Batk Beng Berf Bhks Blis Bopo Brah
Brai Bugi Buhd Cakm Cans Cari Cham Cher Chrs Cirt Copt Cpmn Cprt Cyrl Cyrs Deva Diak Dogr Dsrt
Dupl Egyd Egyh Egyp Elba Elym Ethi Gara Geok Geor Glag Gong Gonm Goth Gran Grek Gujr Gukh Guru
Hanb Hang Hani Hano Hans Hant Hatr Hebr Hira Hluw Hmng Hmnp Hrkt Hung Inds Ital Jamo Java Jpan
Jurc Kali Kana Kawi Khar Khmr Khoj Kits Knda Kore Kpel Krai Kthi Lana Laoo Latf Latg Latn Lepc
Limb Lina Linb Lisu Loma Lyci Lydi Mahj Maka Mand Mani Marc Maya Medf Mend Merc Mero Mlym Modi
Mong Moon Mroo Mtei Mult Mymr Nagm Nand Narb Nbat Newa Nkgb Nkoo Nshu Ogam Olck Onao Orkh Orya
Osge Osma Ougr Palm Pauc Perm Phag Phli Phlp Phlv Phnx Plrd Prti Qaag Rjng Rohg Roro Runr Samr
Sara Sarb Saur Sgnw Shaw Shrd Sidd Sidt Sind Sinh Sogd Sogo Sora Soyo Sund Sunu Sylo Syrc Syre
Syrj Syrn Tagb Takr Tale Talu Taml Tang Tavt Tayo Telu Teng Tfng Tglg Thaa Thai Tibt Tirh Tnsa
Todr Tols Toto Tutg Ugar Vaii Visp Vith Wara Wcho Wole Xpeo Xsux Yezi Yiii Zanb Zinh Zmth Zsye
Zsym Zxxx Zyyy Zzzz`;

/** Regions. */
export const regions = `
AC AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR
BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CP CQ CR CU CV CW CX CY CZ DE DG DJ DK DM
DO DZ EA EC EE EG EH ER ES ET EU EZ FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR
GS GT GU GW GY HK HM HN HR HT HU IC ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN
KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS
MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT
PW PY QA QO RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TA TC
TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM UN US UY UZ VA VC VE VG VI VN VU WF WS XA
XB XK YE YT ZA ZM ZW ZZ 001 002 003 005 009 011 013 014 015 017 018 019 021 029 030 034 035 039
053 054 057 061 142 143 145 150 151 154 155 202 419`;
