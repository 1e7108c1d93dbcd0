// Asks an endpoint by way of Comunica.
// Usage: node comunica.mjs ENDPOINT TYPE SELECT ASK CONSTRUCT DESCRIBE BROKEN SLOW
// TYPE is that of the source: sparql, or auto, for Comunica to find out by what the endpoint says of itself.
import { QueryEngine } from '@comunica/query-sparql';

const [endpoint, type, select, ask, construct, describe, broken, slow] = process.argv.slice(2);
const engine = new QueryEngine();
const context = { sources: [type === 'auto' ? endpoint : { type, value: endpoint }] };

async function failure(query, more) {
  try {
    await (await engine.queryBindings(query, { ...context, ...more })).toArray();
    return 'none';
  } catch {
    return 'told';
  }
}

const rows = await (await engine.queryBindings(select, context)).toArray();
const names = rows.map(row => `${row.get('name').value}@${row.get('name').language}`).sort();
console.log('SELECT', names.join(', '));
console.log('ASK', await engine.queryBoolean(ask, context));
console.log('CONSTRUCT', (await (await engine.queryQuads(construct, context)).toArray()).length);
const described = await (await engine.queryQuads(describe, context)).toArray();
console.log('DESCRIBE', described.some(quad => quad.object.value === 'Ada Lovelace' && quad.object.language === 'en'));
console.log('ERROR', await failure(broken, {}));
console.log('TIMEOUT', await failure(slow, { httpTimeout: 500 }));
process.exit(0);
