// Connects to the Redis behind each folder, in which the Secret of a profile is mounted.
// Usage: [REDIS_URL=...] node connect.mjs <folder>...
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Cluster, Redis } from 'ioredis';

const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);

function tlsOf(url, folder) {
  const tls = { ca: read(`${folder}/ca.crt`), cert: read(`${folder}/tls.crt`), key: read(`${folder}/tls.key`) };
  return url.startsWith('rediss:') ? { tls } : {};
}

const connect = (url, folder) => new Redis(url, tlsOf(url, folder));

const connectCluster = (url, folder) => new Cluster([url], { redisOptions: tlsOf(url, folder) });

async function check(folder) {
  const url = process.env.REDIS_URL ?? read(`${folder}/url`);
  // A cluster has no databases.
  const redis = (existsSync(`${folder}/database`) ? connect : connectCluster)(url, folder);
  let last;
  // It would try again for more than a minute.
  redis.on('error', (error) => {
    last = error;
    redis.disconnect();
  });
  try {
    await redis.ping();
    await redis.set('proof', 'node', 'EX', 60);
    return await redis.get('proof');
  } catch (error) {
    throw last ?? error;
  } finally {
    redis.disconnect();
  }
}

console.log('version ioredis', JSON.parse(read(new URL('./node_modules/ioredis/package.json', import.meta.url))).version);
for (const folder of process.argv.slice(2)) {
  try {
    console.log((await check(folder)) === 'node' ? 'ok' : 'WRONG', basename(folder));
  } catch (error) {
    console.log('WRONG', basename(folder), error.message.replaceAll('\n', ' '));
  }
}
