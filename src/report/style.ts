/** The style of the page; its colours differ in lightness too, for colour-blind eyes and for print. */
export const pageStyle = `:root{color-scheme:light dark;--text:#1b1b1b;--back:#fff;--line:#c8c8c8;--mark:#fff3bf;--sure:#00508f;--fair:#8a5a00;--doubtful:#b3003c;--link:#00508f}
@media (prefers-color-scheme:dark){:root{--text:#ececec;--back:#161616;--line:#4a4a4a;--mark:#4a3f00;--sure:#7cc4ff;--fair:#ffc25c;--doubtful:#ff8fb0;--link:#7cc4ff}}
body{margin:0 auto;padding:1rem;max-width:110rem;font:1rem/1.5 system-ui,sans-serif;color:var(--text);background:var(--back)}
a{color:var(--link)}table{border-collapse:collapse;width:100%;table-layout:fixed}th,td{border-top:1px solid var(--line);padding:.4rem;text-align:start;vertical-align:top;overflow-wrap:anywhere}
td.text{white-space:pre-wrap;unicode-bidi:isolate}th.row{font-weight:normal}.head{width:9rem}.sure{color:var(--sure)}.fair{color:var(--fair)}.doubtful{color:var(--doubtful)}
tr:target{background:var(--mark)}figure{margin:0 0 1rem}svg{display:block;width:100%;max-width:40rem;border:1px solid var(--line)}
svg line{stroke:currentColor;vector-effect:non-scaling-stroke;stroke-width:3;stroke-linecap:round}svg .moved{stroke-dasharray:6 4}svg circle{fill:currentColor}
@media (max-width:40rem){thead{display:none}tr,td,th{display:block}tr{border-top:2px solid var(--line)}.head{width:auto}}
@media print{svg{max-width:16cm}tr{break-inside:avoid}}`;
