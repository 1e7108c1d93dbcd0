// Does what the editor of the SIB does when it opens: asks the endpoint, and where that has no rows, asks the document that the
// endpoint answers a bare GET with. Prints how many rows each query has, and which of the two had them.
// Usage: node sib-editor.mjs ENDPOINT QUERY...
import { QueryEngine } from '@comunica/query-sparql';

const [endpoint, ...queries] = process.argv.slice(2);
const engine = new QueryEngine();
for (const query of queries) {
  const answer = await fetch(`${endpoint}?ac=1&query=${encodeURIComponent(query)}`, {
    headers: { Accept: 'application/sparql-results+json' },
  });
  const rows = (await answer.json()).results.bindings.length;
  const source = { type: 'file', value: endpoint };
  const described = rows > 0
    ? []
    : await (await engine.queryBindings(query, { sources: [source] })).toArray();
  console.log(rows > 0 ? `endpoint ${rows}` : `description ${described.length}`);
}
process.exit(0);
