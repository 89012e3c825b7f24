// What mammoth, a reader of Word documents that is not ours, makes of them: one JSON line a file, with the HTML, and
// whatever it found odd.
//     node mammoth.mjs FOLDER-OF-MODULES FILE...
import { createRequire } from "node:module";
import { join } from "node:path";

const [modules, ...files] = process.argv.slice(2);
const mammoth = createRequire(join(modules, "here.js"))("mammoth");
const styleMap = [
    "p[style-name='Title'] => h1:fresh",
    "p[style-name='heading 1'] => h2:fresh",
    "p[style-name='heading 2'] => h3:fresh",
    "p[style-name='Quote'] => blockquote > p:fresh",
    "p[style-name='Note'] => aside > p:fresh",
    "p[style-name='Chart'] => p.chart:fresh",
    "p[style-name='caption'] => p.caption:fresh",
    "p[style-name='Table Text'] => p:fresh",
    "p[style-name='Table Heading'] => p:fresh",
    "p[style-name='footnote text'] => p:fresh",
    "r[style-name='Hyperlink'] => ",
];

for (const path of files) {
    const read = await mammoth.convertToHtml({ path }, { styleMap });
    const odd = read.messages.map((message) => message.message);
    process.stdout.write(JSON.stringify({ path, html: read.value, odd }) + "\n");
}
