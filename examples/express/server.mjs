// express-rate-limit and keyv with what the operator delivers: two JSON files, mounted as one folder.
import { readFileSync } from 'node:fs';
import KeyvRedis from '@keyv/redis';
import { createCache } from 'cache-manager';
import express from 'express';
import { rateLimit } from 'express-rate-limit';
import { Redis } from 'ioredis';
import { Keyv } from 'keyv';
import { RedisStore } from 'rate-limit-redis';

const read = (file) => JSON.parse(readFileSync(`${process.env.SETTINGS}/${file}`, 'utf8'));
const { enabled, enforce, limits } = read('limits.json');
const times = read('cache.json');

const redis = new Redis(process.env.RATE_LIMIT_STORAGE_URI);
const sendCommand = (command, ...args) => redis.call(command, ...args);
// Each rate is a middleware with a store of its own; the delivered prefix keeps their counters apart.
const limited = (name) =>
  limits[name].map(({ prefix, ...options }) =>
    rateLimit({
      ...options,
      store: new RedisStore({ sendCommand, prefix }),
      skip: () => !enabled,
      ...(enforce ? {} : { handler: (request, response, next) => next() }),
    }),
  );

const cache = createCache({ stores: [new Keyv({ store: new KeyvRedis(process.env.REDIS_URL) })] });
const kept = (name, make) => (times.enabled ? cache.wrap(name, make, times.ttl[name]) : make());

const app = express();
app.get('/query', limited('query'), async (request, response) => {
  response.json({ made: await kept('page', async () => Date.now() + Math.random()) });
});
app.get('/health', (request, response) => response.json({}));
app.listen(process.env.PORT ?? 8000);
