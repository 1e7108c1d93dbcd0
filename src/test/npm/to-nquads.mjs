// Reads every .jsonld file of a folder as if it had been served below the base, and writes all of them as N-Quads.
// Usage: node to-nquads.mjs FOLDER BASE CONTEXT-FILE
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import jsonld from 'jsonld';

const [folder, base, contextFile] = process.argv.slice(2);
const context = JSON.parse(readFileSync(contextFile, 'utf8'));
const documentLoader = async url => {
  if (url !== `${base}context/1.jsonld`) {
    throw new Error(`A document asks for ${url}.`);
  }
  return { contextUrl: null, documentUrl: url, document: context };
};
for (const file of readdirSync(folder).sort()) {
  const document = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const quads = await jsonld.toRDF(document, {
    base: `${base}doc/${file}`, documentLoader, format: 'application/n-quads', safe: true,
  });
  process.stdout.write(quads);
}
