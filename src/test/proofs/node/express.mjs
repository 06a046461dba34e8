import express from 'express';
import { rateLimit } from 'express-rate-limit';
import { RedisStore } from 'rate-limit-redis';
import { listen } from './http.mjs';

/** The wiring: the middlewares of one limit. */
function limiters(settings, name, redis) {
  const letThrough = settings.enforce ? {} : { handler: (request, response, next) => next() };
  return settings.limits[name].map(({ prefix, ...options }) => rateLimit({
    ...options,
    ...letThrough,
    skip: () => !settings.enabled,
    store: new RedisStore({ prefix, sendCommand: (...command) => redis.call(...command) }),
  }));
}

export const preset = {
  name: 'ExpressRateLimit',
  file: 'limits.json',
  libraries: ['express-rate-limit', 'rate-limit-redis', 'express'],

  async start(text, { redis, run }) {
    const settings = JSON.parse(text);
    Object.values(settings.limits).flat().forEach((rate) => { rate.prefix = run + rate.prefix; });
    const app = express();
    for (const name of Object.keys(settings.limits)) {
      app.get(`/${name}`, limiters(settings, name, redis), (request, response) => response.send('ok'));
    }
    const server = await listen(app);
    const key = ({ name, at, client }) => settings.limits[name][at].prefix + client;
    return {
      settings,
      port: server.address().port,
      countsInShadow: true,
      counter: (of) => redis.counter(key(of)),
      fill: (of) => redis.incrby(key(of), of.amount),
      close: () => server.close(),
    };
  },
};
