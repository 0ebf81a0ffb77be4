import { literal } from './markup.js';

/** The style of a page: for a screen, light or dark as its reader has it, and for A4 paper. */
export const STYLE = literal`
:root{color-scheme:light dark;--bg:#fff;--soft:#f4f6f8;--line:#d5dae0;--text:#1b1f24;--mute:#56606b;--link:#0b57a4;
--pass:#2f7d4f;--gap:#b3261e;--unknown:#c98a1b;--manual:#4a6fa5;--na:#c3cad2;--mark:#ffe08a;--failed:#fdf1f0;--passed:#eef7f1;
--h0:#dcefe2;--h1:#eaf4e4;--h2:#fbf3d3;--h3:#fce3cf;--h4:#f9d3d0}
@media (prefers-color-scheme:dark){:root{--bg:#15181c;--soft:#1e2329;--line:#39414a;--text:#e4e8ec;--mute:#a5afba;--link:#8cbcff;
--pass:#55a878;--gap:#ff8a80;--unknown:#d9a441;--manual:#7f9fd1;--na:#56606b;--mark:#6b5713;--failed:#2b1b1b;--passed:#17261d;
--h0:#1d3a29;--h1:#2a3a22;--h2:#3f3716;--h3:#4a301b;--h4:#4d2422}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem;-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0 auto;padding:1.5rem 1.25rem 4rem;max-width:62rem;background:var(--bg);color:var(--text);
font:1rem/1.65 system-ui,-apple-system,"Segoe UI","PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif;
overflow-wrap:anywhere;text-autospace:normal}
body:has(.heat){max-width:80rem}
code,pre{font-family:ui-monospace,"SF Mono",Menlo,Consolas,"Noto Sans Mono CJK SC",monospace;font-size:.875em}
h1,h2,h3,h4{line-height:1.35;margin:0;font-weight:650;text-wrap:balance}
h1{font-size:1.6rem}h2{font-size:1.25rem}h3{font-size:1.05rem}h4{font-size:1rem}
p{margin:.35rem 0}small,.note{font-size:.875rem;color:var(--mute);font-weight:400}
a{color:var(--link);text-underline-offset:.18em}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}main:focus{outline:0}
[hidden]{display:none!important}
.skip{position:absolute;left:-99rem}.skip:focus{position:static}
.kicker{color:var(--mute);margin:0}
header dl,dl.numbers{display:flex;flex-wrap:wrap;gap:.1rem 1.75rem;margin:.6rem 0}
header dl div{display:flex;gap:.6em}dt{color:var(--mute)}header dt{white-space:nowrap}dd{margin:0}
.answer{border-inline-start:5px solid var(--gap);background:var(--failed);padding:.9rem 1.1rem;margin:1rem 0}
.answer.passed{border-color:var(--pass);background:var(--passed)}
.answer h3{margin-top:.8rem}.answer ul,.answer ol{margin:.3rem 0;padding-inline-start:1.5em}.answer li{margin:.25rem 0}
nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;padding:.5rem 0;margin:0;border-block:1px solid var(--line);font-size:.9rem}
#filter{display:flex;flex-wrap:wrap;align-items:center;gap:.4rem .6rem;margin:.8rem 0;font-size:.9rem}
#filter span{display:inline-flex;gap:.4rem;align-items:center;min-width:0}#filter label{color:var(--mute);white-space:nowrap}select,input,button{font:inherit;color:inherit;background:var(--bg);border:1px solid var(--mute);border-radius:3px;padding:.2rem .45rem;max-width:100%}
#by-text{flex:1 1 10rem;min-width:8rem}#filtered{flex-basis:100%;color:var(--mute)}
main>section{margin-top:2.2rem}main>section>h2,summary>h2{border-bottom:2px solid var(--line);padding-bottom:.25rem}
summary{cursor:pointer}summary>h2{display:inline-block;border:0}
.group>h3{margin-top:1.4rem}
article{border-top:1px solid var(--line);padding:.8rem 0 .6rem;margin-top:.6rem}
article dl,.entries dl,.wide{margin:.3rem 0}
article dl>div,.entries dl>div,.wide>div{display:grid;grid-template-columns:4.5em 1fr;gap:0 .8em;margin:.2rem 0}
#appendix h3{margin-top:1.2rem}.wide>div{grid-template-columns:7em 1fr}:lang(en) article dl>div,:lang(en) .entries dl>div{grid-template-columns:6em 1fr}:lang(en) .wide>div{grid-template-columns:10em 1fr}
dl>div>dt{grid-column:1}dl>div>dd{grid-column:2}
.tags{font-size:.875rem;color:var(--mute)}
.tag{display:inline-block;font-size:.8rem;line-height:1.5;padding:0 .4em;border:1px solid currentColor;border-radius:3px;color:var(--mute);white-space:nowrap;font-weight:400}
.s-critical,.s-high,.tag.v-gap{color:var(--gap)}.s-critical{font-weight:650}
.item{font-weight:600}
.found+.found{border-top:1px dotted var(--line);margin-top:.4rem;padding-top:.2rem}
.frame,.yaml{margin:.15rem 0 .4rem;padding:.25rem .6rem;background:var(--soft);white-space:pre-wrap}
.line{color:var(--mute);user-select:none;margin-inline-end:.5em}mark{background:var(--mark);color:inherit}
.place{color:var(--mute)}
ul.entries,ul.lines,ul.checklist,ul.legend{list-style:none;margin:.5rem 0;padding:0}
.entries>li{border-top:1px solid var(--line);padding:.6rem 0}
.lines>li{padding:.3rem 0;border-top:1px solid var(--line)}.lines .note{margin:.1rem 0}
.checklist>li{padding:.45rem 0 .45rem 1.9em;border-top:1px solid var(--line);position:relative}
.checklist>li::before{content:"";position:absolute;inset-inline-start:.2em;top:.8em;width:.9em;height:.9em;border:1.5px solid var(--mute)}
figure{margin:.8rem 0}figcaption{font-size:.9rem;color:var(--mute)}
.bar{display:block;width:100%;height:.5rem;margin:.2rem 0}figure .bar{height:1.1rem}
.v-pass{fill:var(--pass)}.v-gap{fill:var(--gap)}.v-unknown{fill:var(--unknown)}.v-manual{fill:var(--manual)}.v-not-applicable{fill:var(--na)}.v-none{fill:var(--soft)}
.legend{display:flex;flex-wrap:wrap;gap:.2rem 1.3rem}.key{display:inline-block;width:.8em;height:.8em;margin-inline-end:.4em}
.key.v-pass{background:var(--pass)}.key.v-gap{background:var(--gap)}.key.v-unknown{background:var(--unknown)}.key.v-manual{background:var(--manual)}.key.v-not-applicable{background:var(--na)}
.numbers>div{flex:1 1 18rem}.numbers b{font-size:1.5rem;font-variant-numeric:tabular-nums}.numbers small{display:block}
.scroll{overflow-x:auto;margin:.8rem 0}
table{border-collapse:collapse;width:100%;font-size:.925rem;font-variant-numeric:tabular-nums;overflow-wrap:normal}
caption{text-align:start;font-weight:650;padding:.3rem 0}
th,td{padding:.35rem .6rem;border-bottom:1px solid var(--line);text-align:start;vertical-align:top;font-weight:400}
thead th{color:var(--mute);white-space:nowrap;vertical-align:bottom}th[scope=row]{min-width:11rem}th .bar{min-width:9rem}
th.n,td.n{text-align:end;white-space:nowrap}tfoot th,tfoot td{font-weight:650;border-top:2px solid var(--line)}
.heat th,.heat td{padding:.2rem .5rem}.heat th[scope=row]{min-width:14rem;overflow-wrap:anywhere}
.heat-0{background:var(--h0)}.heat-1{background:var(--h1)}.heat-2{background:var(--h2)}.heat-3{background:var(--h3)}.heat-4{background:var(--h4)}
.fail{color:var(--gap);white-space:nowrap}.chart{vertical-align:middle;min-width:6rem}.paths{font-size:.8rem;color:var(--mute)}
.profile{border-top:1px solid var(--line);padding:.35rem 0;content-visibility:auto;contain-intrinsic-size:auto 2.4rem}
.profile>:not(summary){margin-inline-start:1.1rem}
.disclaimer{margin-top:1.2rem;padding-top:.6rem;border-top:1px solid var(--line)}
@media (max-width:34rem){body{padding:1rem .9rem 3rem}h1{font-size:1.35rem}
article dl>div,.entries dl>div,.wide>div,:lang(en) article dl>div,:lang(en) .entries dl>div,:lang(en) .wide>div{grid-template-columns:1fr}dl>div>dd{grid-column:1}}
@media print{@page{size:A4;margin:16mm 15mm}
:root{color-scheme:light;--bg:#fff;--soft:#f4f6f8;--line:#c6ccd3;--text:#000;--mute:#444c55;--link:#000;--pass:#2f7d4f;--gap:#b3261e;--unknown:#c98a1b;--manual:#4a6fa5;--na:#c3cad2;--mark:#ffe08a;--failed:#fdf1f0;--passed:#eef7f1;--h0:#dcefe2;--h1:#eaf4e4;--h2:#fbf3d3;--h3:#fce3cf;--h4:#f9d3d0}
html{font-size:10pt}body{max-width:none!important;padding:0;line-height:1.5;print-color-adjust:exact;-webkit-print-color-adjust:exact}
nav,#filter,.skip{display:none}a{text-decoration:none}
.scroll{overflow:visible}table{font-size:8.5pt}th,td{padding:.2rem .35rem}
h2,h3,h4,summary{break-after:avoid}.found,.entries>li,.lines>li,.checklist>li,tr,.answer li{break-inside:avoid}.profile{content-visibility:visible}}
`;
