// Judges pages with Lighthouse, as on a phone.
// Usage: node lighthouse.mjs CHROMIUM LEAST URL…  Prints a line for each category in which a page has less than LEAST of 100 points,
// and ends with 1 if there is any. How quickly a page comes is no matter of a test: the machine may be busy.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const CATEGORIES = ["accessibility", "best-practices", "seo"];
const [browserName, least, ...urls] = process.argv.slice(2);
const chromePath = process.env.PATH.split(delimiter).map(folder => join(folder, browserName)).find(existsSync);
const chrome = await launch({ chromePath, chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic"] });
let found = 0;

async function judge(url, categories) {
  const { lhr } = await lighthouse(url, { port: chrome.port, output: "json", logLevel: "silent", onlyCategories: categories });
  return Object.values(lhr.categories)
    .filter(category => category.score === null || category.score * 100 < Number(least))
    .map(category => ({
      id: category.id,
      text: `${Math.round(category.score * 100)} for ${category.id}: ` + category.auditRefs
        .filter(ref => ref.weight > 0 && lhr.audits[ref.id].score !== null && lhr.audits[ref.id].score < 0.9)
        .map(ref => lhr.audits[ref.id].title).join("; ") }));
}

for (const url of urls) {
  const poor = await judge(url, CATEGORIES);
  found += poor.length;
  poor.forEach(one => console.log(`${url}: ${one.text}`));
}
await chrome.kill();
console.log(`${urls.length} pages, ${found} poor`);
process.exit(found ? 1 : 0);
