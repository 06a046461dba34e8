import { readFile, readdir } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { preset as cacheManager } from './caches.mjs';
import { preset as express } from './express.mjs';
import { preset as fastify } from './fastify.mjs';
import { preset as flexible } from './flexible.mjs';
import { checkLimits } from './limits.mjs';
import { preset as nest } from './nest.mjs';
import { exitCode, ok, wrong } from './report.mjs';
import { CACHE_CASES, LIMIT_CASES } from './settings.mjs';

function connect(url) {
  const redis = new Redis(url, { maxRetriesPerRequest: 1 });
  redis.on('error', () => {});
  redis.counter = async (key) => {
    const used = await redis.get(key);
    return used === null ? null : { used: Number(used), seconds: await redis.ttl(key) };
  };
  return redis;
}

async function checkCase(preset, folder, name, context) {
  const where = `${preset.name}/${name}`;
  const expected = (preset.check ? CACHE_CASES : LIMIT_CASES)[name];
  const files = (await readdir(folder)).filter((file) => file !== 'REPORT');
  const report = await readFile(`${folder}/REPORT`, 'utf8');
  if (report.startsWith('refused:')) {
    (files.length === 0 ? ok : wrong)(where, 'refused, and no file', `the files ${files}`);
  } else if (!expected || files.join() !== preset.file) {
    wrong(where, `a case with a check and the file ${preset.file}`, `the files ${files}`);
  } else {
    const text = await readFile(`${folder}/${preset.file}`, 'utf8');
    await (preset.check ?? checkRunning).call(preset, where, expected, text, context);
  }
}

async function checkRunning(where, expected, text, context) {
  const app = await this.start(text, { ...context, run: `${context.run}${where}:` });
  try {
    await checkLimits(where, expected, app);
  } finally {
    await app.close();
  }
}

async function checkPreset(preset, root, context) {
  for (const name of (await readdir(`${root}/${preset.name}`)).sort()) {
    await checkCase(preset, `${root}/${preset.name}/${name}`, name, context).catch((error) => {
      wrong(`${preset.name}/${name}`, 'no error', error.message);
    });
  }
  for (const library of preset.libraries) {
    const file = new URL(`./node_modules/${library}/package.json`, import.meta.url);
    console.log(`version ${preset.name} ${library} ${JSON.parse(await readFile(file, 'utf8')).version}`);
  }
}

const url = process.env.REDIS_URL;
if (!url) {
  throw new Error('REDIS_URL is not set');
}
const redis = connect(url);
await redis.ping();
const context = { redis, url, run: `proof-${randomUUID()}:` };
for (const preset of [express, flexible, nest, fastify, cacheManager]) {
  await checkPreset(preset, process.argv[2], context);
}
redis.disconnect();
process.exitCode = exitCode();
