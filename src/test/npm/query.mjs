// What people do with the editor of queries, done in a browser. Usage: node query.mjs CHROMIUM ADDRESS [WORDS]
// With words, only the steps are done that have them in their names.
// Prints a line for each step that fails, and ends with 1 if any does.
import { strict as assert } from "node:assert";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

const [browserName, address, words = ""] = process.argv.slice(2);
const executablePath = process.env.PATH.split(delimiter).map(folder => join(folder, browserName)).find(existsSync);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-quic"] });

const PREFIXES = "PREFIX aslo: <https://w3id.org/anti-stalinist-left/ontology#>\nPREFIX id: <https://w3id.org/anti-stalinist-left/id/>\n";
const CRITICS = PREFIXES + "SELECT ?critic ?how ?whom { ?critic ?how ?whom VALUES ?how { aslo:criticised } } ORDER BY ?critic LIMIT 20";
const PLACES = `PREFIX geo: <http://www.opengis.net/ont/geosparql#>
SELECT ?place ?where { VALUES (?place ?where) {
  ("Kronstadt" "POINT(29.77 59.99)"^^geo:wktLiteral) ("Barcelona" "POINT(2.18 41.38)"^^geo:wktLiteral)
} }`;

// Writes over what stands in the editor, as with a keyboard.
async function type(page, text) {
  await page.click(".CodeMirror");
  await page.keyboard.press("Control+A");
  await page.keyboard.type(text);
}

const text = page => page.evaluate(() => editor.getValue());

async function set(page, query) {
  await page.evaluate(value => editor.setValue(value), query);
}

async function run(page, query) {
  await set(page, query);
  await page.click(".run");
  await page.waitForFunction(() => !running);
}

async function pick(page, typed, label) {
  await type(page, typed);
  await page.locator(".CodeMirror-hint", { hasText: label }).first().click();
  return text(page);
}

const steps = {
  async "a class is completed by its label, and its prefix declared"(page) {
    await type(page, "SELECT * { ?who a pers");
    await page.waitForSelector(".CodeMirror-hint");
    assert.match(await page.textContent(".CodeMirror-hint-active"), /^person class · \d+ aslo:Person$/);
    await page.keyboard.press("Enter");
    assert.equal(await text(page), PREFIXES.split("\n")[0] + "\nSELECT * { ?who a aslo:Person");
  },
  async "a property comes first where one is likely"(page) {
    await type(page, "SELECT * { ?who critic");
    await page.waitForSelector(".CodeMirror-hint");
    assert.match(await page.textContent(".CodeMirror-hint-active"), /property · \d+ aslo:criticised/);
  },
  async "a thing is completed by its name in another alphabet"(page) {
    assert.match(await pick(page, "SELECT * { ?who ?how Троцк", "Leon Trotsky"), /PREFIX id: .*\n.* \?how id:leon-trotsky$/);
  },
  async "a thing is completed after a prefix"(page) {
    assert.match(await pick(page, "SELECT * { id:trotsk", "Leon Trotsky"), /\{ id:leon-trotsky$/);
  },
  async "a variable is completed"(page) {
    assert.match(await pick(page, "SELECT ?organisation { ?org", "?organisation"), /\{ \?organisation$/);
  },
  async "a known prefix is declared when it is written"(page) {
    await type(page, "SELECT * { ?thing skos:");
    assert.match(await text(page), /^PREFIX skos: <http:\/\/www.w3.org\/2004\/02\/skos\/core#>\n/);
  },
  async "nothing is offered in texts, comments and keywords"(page) {
    for (const query of ["SELECT * { ?x ?y \"pers", "SELECT * { # pers", "SELECT * { ?x ?y ?z } ORDER"]) {
      await type(page, query);
      assert.equal(await page.evaluate(() => Boolean(editor.state.completionActive)), false, query);
    }
  },
  async "an example is found, and answered by one click"(page) {
    const all = await page.locator(".examples li:visible").count();
    await page.fill("#find-examples [name=words]", "criticised stalin");
    const some = await page.locator(".examples li:visible").count();
    assert(all > 50 && some > 0 && some < 20, `${some} of ${all}`);
    await page.locator(".examples a", { hasText: "Who criticised Stalin, and on what?" }).click();
    await page.waitForSelector("#answer tbody tr");
    assert.match(await text(page), /^PREFIX aslo: .*\nPREFIX graph: .*\nPREFIX id: .*\nPREFIX rdf: .*\nPREFIX rdfs: .*\nSELECT \?critic/);
    assert.deepEqual(await page.locator("#answer th").allTextContents(), ["critic", "how", "matter", "reason"]);
    assert.match(await page.textContent(".state"), /^\d+ rows\. /);
    await page.selectOption("#find-examples [name=tag]", "beginner");
    await page.fill("#find-examples [name=words]", "");
    assert.equal(await page.locator(".examples li:visible").count(), await page.locator(".examples li", { has: page.locator(".tag:text-is('beginner')") }).count());
  },
  async "a result shows names that lead to pages"(page) {
    await run(page, CRITICS);
    const link = page.locator("#answer td:first-child a").first();
    const name = await link.textContent();
    assert.match(await link.getAttribute("href"), /^doc\//);
    await link.click();
    assert.equal(await page.textContent("h1"), name);
  },
  async "a result is downloaded in each format"(page) {
    await run(page, CRITICS);
    assert.deepEqual(await page.locator("#answer .files a").allTextContents(), ["json", "xml", "csv", "tsv"]);
    const coming = page.waitForEvent("download");
    await page.click("#answer .files a:text-is('csv')");
    const download = await coming;
    assert.equal(download.suggestedFilename(), "result.csv");
    assert.match(readFileSync(await download.path(), "utf8"), /^critic,how,whom\r\nhttps:/);
    await run(page, "CONSTRUCT WHERE { ?thing a ?kind } LIMIT 3");
    assert.deepEqual(await page.locator("#answer .files a").allTextContents(), ["ttl", "nt", "jsonld", "rdf", "trig", "nq"]);
  },
  async "a result is drawn as a network"(page) {
    await run(page, CRITICS);
    await page.click("#answer summary:text-is('As a network')");
    await page.waitForSelector("#answer .canvas canvas");
    assert(await page.evaluate(() => document.querySelector("#answer .canvas canvas").width) > 100);
  },
  async "a result is drawn in time"(page) {
    await run(page, PREFIXES + "SELECT ?who ?died { ?who aslo:deathDate ?died }");
    await page.click("#answer summary:text-is('In time')");
    assert.equal(await page.locator("#answer .timeline .bar:visible").count(), await page.locator("#answer tbody tr").count());
  },
  async "a result is drawn on a map, and no other host is asked for it"(page) {
    await run(page, PLACES);
    await page.click("#answer summary:text-is('On a map')");
    assert.deepEqual(await page.locator("#answer .points [role=listitem]").allTextContents(), ["Kronstadt", "Barcelona"]);
  },
  async "an error is told with its line, which is marked"(page) {
    await run(page, "SELECT *\nWHERE { ?x ?y }\nLIMIT 1");
    assert.match(await page.textContent("#answer [role=alert]"), /Line 2, column 15/);
    assert.match(await page.textContent("#editor .wrong"), /WHERE \{ \?x \?y \}/);
    assert.deepEqual(await page.evaluate(() => [editor.getCursor().line, editor.getCursor().ch]), [1, 14]);
    await page.keyboard.type("?z ");
    assert.equal(await page.locator("#editor .wrong").count(), 0);
    await page.keyboard.press("Control+Enter");
    await page.waitForSelector("#answer tbody tr");
  },
  async "SPARQL 1.2 is not taken for an error"(page) {
    const query = "PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>\nSELECT * { GRAPH ?g { ?claim rdf:reifies <<( ?s ?p ?o )>> } } LIMIT 2";
    await run(page, query);
    assert.equal(await page.locator("#editor .parseErrorIcon").count(), 0);
    assert.equal(await page.locator("#answer tbody tr").count(), 2);
    await set(page, "SELECT { }");
    assert.equal(await page.locator("#editor .parseErrorIcon").count(), 1);
  },
  async "a query that is too long for an address is asked all the same"(page) {
    await run(page, `SELECT ?text { VALUES ?text { "${"x".repeat(20_000)}" } }`);
    assert.match(await page.textContent("#answer td"), /^x{2000}…\s*$/);
    const coming = page.waitForEvent("download");
    await page.click("#answer .files button:text-is('csv')");
    assert.match(readFileSync(await (await coming).path(), "utf8"), /^text\r\nx{20000}\r\n$/);
  },
  async "the address holds the query"(page) {
    await page.goto(address + "query?query=" + encodeURIComponent("ASK { ?a ?b ?c }"));
    assert.equal(await text(page), "ASK { ?a ?b ?c }");
    await page.click(".run");
    await page.waitForSelector("#answer .summary:has-text('Yes.')");
    await run(page, "ASK { ?a ?b 'no such thing' }");
    await page.waitForSelector("#answer .summary:has-text('No.')");
    await page.reload();
    assert.equal(await text(page), "ASK { ?a ?b 'no such thing' }");
  },
  async "the keyboard reaches all, and is caught nowhere"(page) {
    await page.click(".CodeMirror");
    const reached = [];
    for (let i = 0; i < 4; i++) {
      await page.keyboard.press("Tab");
      reached.push(await page.evaluate(() => document.activeElement.textContent));
    }
    assert.deepEqual(reached, ["Run", "Tidy up", "Code", "Save"]);
    for (let i = 0; i < 4; i++) {
      await page.keyboard.press("Shift+Tab");
    }
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute("aria-label")), "SPARQL query");
    await page.keyboard.press("Control+Enter");
    await page.waitForSelector("#answer tbody tr");
  },
  async "code and saving are offered, or it is said that they are not"(page) {
    for (const name of ["Code", "Save"]) {
      await page.click(`#editor button:text-is('${name}')`);
      await page.waitForFunction(() => document.querySelector("#answer .code") || /^(This server|Saved at http)/.test(document.querySelector(".state").textContent));
      await page.reload();
    }
  },
  async "a query is tidied up"(page) {
    await set(page, "SELECT * { ?a ?b ?c . ?c ?d ?e }");
    await page.click("#editor button:text-is('Tidy up')");
    assert.equal(await text(page), "SELECT * {\n  ?a ?b ?c .\n  ?c ?d ?e \n}");
  }
};

const looks = {
  "as it opens": async () => {},
  "with names to choose from": async page => {
    await type(page, "SELECT * { ?who a pers");
    await page.waitForSelector(".CodeMirror-hint");
  },
  "with a result": async page => {
    await run(page, CRITICS);
    for (const summary of await page.locator("#answer summary").all()) {
      await summary.click();
    }
  },
  "with an error": page => run(page, "SELECT *\nWHERE { ?x ?y }")
};

let number = 0;
let failed = 0;

async function step(name, options, action) {
  if (!name.includes(words)) {
    return;
  }
  number++;
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  const faults = [];
  page.setDefaultTimeout(20_000);
  page.on("request", request => request.url().startsWith(address) || faults.push("asks " + request.url()));
  page.on("pageerror", error => faults.push(error.message));
  page.on("console", message => message.type() === "error" && !/status of 40[045]/.test(message.text()) && faults.push(message.text()));
  try {
    await page.goto(address + "query");
    await action(page);
    assert.deepEqual(faults, []);
  } catch (error) {
    failed++;
    console.log(`${name}: ${error.message}`);
  }
  await context.close();
}

async function look(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => axe.run());
  assert.deepEqual(violations.map(violation => `${violation.id}: ${violation.nodes[0].html}`), []);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), 0, "as wide as the screen");
}

for (const [name, action] of Object.entries(steps)) {
  await step(name, {}, action);
}
for (const [name, action] of Object.entries(looks)) {
  for (const [width, colorScheme] of [[360, "light"], [1440, "dark"]]) {
    // The test puts a script in, which the page's own policy would not allow.
    await step(`${name}, ${width}px ${colorScheme}`, { viewport: { width, height: 900 }, colorScheme, bypassCSP: true }, async page => {
      await action(page);
      await look(page);
    });
  }
}
await step("without scripts the form asks, and examples are links", { javaScriptEnabled: false }, async page => {
  await page.fill("textarea", CRITICS);
  await page.click(".run");
  assert.match(await page.locator("#result td:first-child a").first().getAttribute("href"), /^doc\//);
  await page.click("text=Change the query");
  assert.equal(await page.inputValue("textarea"), CRITICS);
  await page.selectOption("[name=format]", "csv");
  const coming = page.waitForEvent("download");
  await page.click(".run");
  assert.match(readFileSync(await (await coming).path(), "utf8"), /^critic,how,whom\r\n/);
  await page.click("text=Who criticised Stalin, and on what?");
  assert.match(await page.inputValue("textarea"), /SELECT \?critic/);
});
await browser.close();
console.log(`${number} steps, ${failed} failed`);
process.exit(failed ? 1 : 0);
