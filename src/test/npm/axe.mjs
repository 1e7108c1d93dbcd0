// Looks at pages as a browser shows them, on a phone and on a wide screen, in light and dark, with axe-core; and once more with the
// policy that the pages come with, which must not hinder anything of theirs.
// Usage: node axe.mjs CHROMIUM URL…  Prints a line for each violation, and ends with 1 if there is any.
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

const [browserName, ...urls] = process.argv.slice(2);
const executablePath = process.env.PATH.split(delimiter).map(folder => join(folder, browserName)).find(existsSync);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-quic"] });
let found = 0;

function report(what, page, text) {
  found++;
  console.log(`${what} ${page.url()}: ${text}`);
}

function listen(page, what) {
  // That a page is not there is said on the page, and by the browser too.
  page.on("console", message => message.type() === "error" && message.location().url !== page.url() && report(what, page, message.text()));
  page.on("pageerror", error => report(what, page, error.message));
}

async function obey() {
  const context = await browser.newContext();
  for (const url of urls) {
    const page = await context.newPage();
    listen(page, "policy");
    await page.goto(url, { waitUntil: "networkidle" });
    await page.close();
  }
  await context.close();
}

async function look(width, colorScheme) {
  // Scripts are put in by the test alone: the pages' own policy is not what is tested here.
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
  for (const url of urls) {
    const page = await context.newPage();
    const what = `${width}px ${colorScheme}`;
    listen(page, what);
    await page.goto(url, { waitUntil: "load" });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (wide > 0) {
      report(what, page, `is ${wide} pixels wider than the screen`);
    }
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => axe.run());
    for (const violation of violations) {
      report(what, page, `${violation.id}: ${violation.help} ${violation.nodes.slice(0, 3).map(node => node.html).join(" ")}`);
    }
    await page.close();
  }
  await context.close();
}

for (const width of [360, 1440]) {
  for (const scheme of ["light", "dark"]) {
    await look(width, scheme);
  }
}
await obey();
await browser.close();
console.log(`${urls.length} pages, ${found} violations`);
process.exit(found ? 1 : 0);
