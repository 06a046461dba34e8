import { createCache } from 'cache-manager';
import Keyv from 'keyv';
import KeyvRedis from '@keyv/redis';
import { expect, left } from './report.mjs';

/** The wiring: a function that keeps what is loaded for the time of its cache. */
function caching(settings, cache) {
  return (name, key, load) => {
    const ttl = settings.ttl[name] ?? settings.ttl.default;
    return settings.enabled ? cache.wrap(`${name}:${key}`, load, ttl) : load();
  };
}

async function keysOf(redis, run) {
  const found = [];
  let cursor = '0';
  do {
    const [next, keys] = await redis.scan(cursor, 'MATCH', `*${run}*`, 'COUNT', 1000);
    found.push(...keys);
    cursor = next;
  } while (cursor !== '0');
  return found;
}

async function checkOne(where, { cached, redis, space }, name, seconds) {
  let loads = 0;
  const load = async () => { loads += 1; return { page: 1 }; };
  await cached(name, 'key', load);
  await cached(name, 'key', load);
  const [key] = (await keysOf(redis, space)).filter((found) => found.endsWith(`${name}:key`));
  const ttl = key === undefined ? -2 : await redis.ttl(key);
  if (key !== undefined) {
    // A value without an end would stay in the server.
    await redis.unlink(key);
  }
  const kept = { '-2': 'no key', '-1': 'for ever' }[ttl] ?? left(ttl, seconds);
  const expected = { undefined: '2 times, no key', null: '1 time, for ever' }[seconds] ?? `1 time, ${seconds} s`;
  expect(where, `${name}, 2 reads, loaded`, expected, `${loads === 1 ? '1 time' : `${loads} times`}, ${kept}`);
}

export const preset = {
  name: 'CacheManager',
  file: 'cache.json',
  libraries: ['cache-manager', 'keyv', '@keyv/redis'],

  async check(where, expected, text, { redis, run, url }) {
    const settings = JSON.parse(text);
    expect(where, 'caches', Object.keys(expected.ttls).sort().join(' '), Object.keys(settings.ttl).sort().join(' '));
    const space = `${run}${where}`;
    const cache = createCache({ stores: [new Keyv({ store: new KeyvRedis(url), namespace: space })] });
    const cached = caching(settings, cache);
    const times = { ...expected.ttls };
    if (times.default !== undefined) {
      times.unnamed = times.default;
    }
    for (const [name, seconds] of Object.entries(times)) {
      await checkOne(where, { cached, redis, space }, name, expected.enabled ? seconds : undefined);
    }
    await cache.disconnect();
  },
};
