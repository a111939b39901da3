/** The style of the HTML report; it uses no image, font or address from elsewhere. */
export const htmlStylesheet = `
:root { color-scheme: light dark; --ink: #1b1f24; --soft: #57606a; --line: #d0d7de; --paper: #ffffff; --card: #f6f8fa;
  --must: #b42318; --useful: #9a6700; --incidental: #0550ae; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --soft: #9da7b3; --line: #3d444d; --paper: #0d1117;
  --card: #161b22; --must: #ff7b72; --useful: #e3b341; --incidental: #79c0ff; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 2rem 1.25rem 4rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.1rem; color: var(--soft); font-weight: 600; margin: 0; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 0.75rem; }
h3 { font-size: 1rem; margin: 0; }
p { margin: 0.5rem 0; max-width: 46rem; }
code { font: 0.9em ui-monospace, monospace; background: var(--card); padding: 0.1em 0.3em; border-radius: 4px; }
small, .soft { color: var(--soft); }
.lead { font-size: 1.5rem; line-height: 1.35; font-weight: 650; margin: 0.5rem 0 1rem; }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 1rem; }
.card { background: var(--card); border: 1px solid var(--line); border-left: 5px solid var(--accent, var(--line));
  border-radius: 6px; padding: 1rem; }
.card .amount { font-size: 1.25rem; font-weight: 650; }
.indispensable { --accent: var(--must); } .useful { --accent: var(--useful); } .incidental { --accent: var(--incidental); }
.tag { color: var(--accent); font-weight: 650; }
ol.first { padding: 0; list-style: none; display: grid; gap: 0.75rem; }
table { border-collapse: collapse; width: 100%; font-size: 0.92rem; }
th, td { text-align: left; vertical-align: top; padding: 0.45rem 0.6rem 0.45rem 0; border-bottom: 1px solid var(--line); }
th { color: var(--soft); font-weight: 600; }
.bar { display: block; width: 100%; min-width: 6rem; height: 0.6rem; margin-top: 0.4rem; fill: var(--incidental); }
.error { color: var(--must); } .warning { color: var(--useful); }
dt { font-weight: 600; margin-top: 0.6rem; } dd { margin: 0; max-width: 46rem; }
@media print { body { max-width: none; padding: 0; font-size: 10pt; } .card, tr { break-inside: avoid; }
  h2 { break-after: avoid; } }
`;
