// Pages in a browser: read by an accessibility checker in light on a phone and in dark on a desk, and printed.
//
//   node pages.mjs MODULES BROWSER PAGE...
//
// Prints one line a fault and ends with exit status 1 when there is one.
import fs from "node:fs";
import module from "node:module";
import path from "node:path";

const [modules, browser, ...pages] = process.argv.slice(2);
const from = module.createRequire(path.join(modules, "here.js"));
const puppeteer = from("puppeteer-core");
const axe = fs.readFileSync(from.resolve("axe-core/axe.min.js"), "utf8");

const LOOKS = [
  { scheme: "light", width: 320, axe: false },
  { scheme: "light", width: 390, axe: true },
  { scheme: "dark", width: 1280, axe: true },
];
const PAPERS = { a4: [595, 842], letter: [612, 792] };

// What the page itself can be asked: nothing wider than the screen, each label inside its picture.
function layoutFaults() {
  const faults = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) faults.push(`${root.scrollWidth - root.clientWidth} px wider than the screen`);
  for (const svg of document.querySelectorAll("svg")) {
    const box = svg.viewBox.baseVal;
    const labels = [...svg.querySelectorAll("text")].map((text) => [text.textContent, text.getBBox()]);
    for (const [words, at] of labels) {
      if (at.x < -0.5 || at.y < -0.5 || at.x + at.width > box.width + 0.5 || at.y + at.height > box.height + 0.5)
        faults.push(`the label ${words} leaves its picture`);
    }
    labels.forEach(([words, a], i) => {
      for (const [others, b] of labels.slice(i + 1)) {
        const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
        const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
        if (across > 0.5 && down > 4) faults.push(`the labels ${words} and ${others} overlap`);
      }
    });
  }
  return faults;
}

async function checked(page) {
  await page.evaluate(axe);
  const result = await page.evaluate(() => globalThis.axe.run());
  return result.violations.map((rule) => `${rule.id}: ${rule.help}: ${rule.nodes[0].html.slice(0, 160)}`);
}

async function faultsOf(page, file) {
  const faults = [];
  for (const look of LOOKS) {
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: look.scheme }]);
    await page.setViewport({ width: look.width, height: 900 });
    await page.goto(`file://${file}`);
    const found = [...(await page.evaluate(layoutFaults)), ...(look.axe ? await checked(page) : [])];
    faults.push(...found.map((fault) => `${path.basename(file)}, ${look.scheme}, ${look.width} px: ${fault}`));
  }
  return faults;
}

// The size of the first sheet of paper, in points, and how many there are.
async function printed(page, file) {
  await page.goto(`file://${file}`);
  const pdf = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const box = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf);
  return { size: box ? [Math.round(box[1]), Math.round(box[2])] : [], sheets: pdf.match(/\/Type ?\/Page\b/g)?.length };
}

async function paperFaults(page, file) {
  const faults = [];
  const paper = Object.keys(PAPERS).find((name) => file.endsWith(`.${name}.html`));
  if (!paper && !file.includes("one-page")) return faults;
  const { size, sheets } = await printed(page, file);
  if (paper && String(size) !== String(PAPERS[paper])) faults.push(`${file} is not printed on ${paper} but on ${size}`);
  if (file.includes("one-page") && sheets !== 1) faults.push(`${file} takes ${sheets} pages`);
  return faults;
}

const driver = await puppeteer.launch({ executablePath: browser, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
const faults = [];
try {
  const page = await driver.newPage();
  page.on("console", (said) => faults.push(`the browser says ${said.text()}`));
  for (const file of pages) {
    faults.push(...(await faultsOf(page, file)));
    faults.push(...(await paperFaults(page, file)));
  }
} finally {
  await driver.close();
}
faults.forEach((fault) => console.log(fault));
console.log(`${pages.length} pages: ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;
