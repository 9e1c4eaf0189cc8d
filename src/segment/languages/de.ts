import type { LanguageRules } from './rules.js';

export const de: LanguageRules = {
  always:
    'dr prof hr fr frl st hl dipl ing med jur theol rer nat oec habil mag dres herr geb verh verw ehem sog z.b zb d.h dh u.a.m v.a va i.d.r i.a i.e i.s.d i.s.v i.h.v i.v.m m.e m.w u.u u.u z.t zt z.zt zzt z.hd zhd o.g og s.o s.u v.l.n.r a.a.o ca vgl bzw ggf gegebenenf evtl ev inkl einschl exkl zzgl abzgl gem lt bspw insb insbes bes vorm nachm allg jew jeweils betr bzgl hins urspr wörtl lat griech engl frz dt österr schweiz amerik hrsg hg übers gen gest sen. obj gez näml dgl.m entspr ver versch zw mind röm kath evang gefr oblt hptm gen.maj fa fam kfm staatl ständ städt',
  number:
    'nr s seite art abs kap abb tab bd bde fig anm aufl ziff lit rn rdnr az tel fax jg heft jan jän feb mrz apr jun jul aug sep sept okt nov dez §§ § str pl ca blz hausnr',
  numberEndings: 'str pl nr',
  seldom:
    'mio mrd tsd std min sek jh jhd jhdt jahrh n.chr v.chr chr n.chr v.u.z u.z co inc ltd jr d.j d.m d.ä d.gr a.d a.m a.rh a.d.d i.r i.br b.b k.o e.v m.b.h ges op ff f u.a ua',
  often: 'usw u.s.w usf etc o.ä oä u.ä uä u.dgl dgl o.dgl u.v.m uvm u.v.a p.a o.d',
  ordinals: 'any',
  starters:
    'deshalb daher dennoch jedoch trotzdem außerdem zudem danach dann damals später heute gestern morgen seitdem während obwohl weil denn dort hier dieser diese dieses diesem diesen jene jeder jede manche viele einige kein keine warum wie wo wer beim zum zur im am vom',
};
