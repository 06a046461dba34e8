import fastify from 'fastify';
import rateLimit from '@fastify/rate-limit';

/** The wiring: the plugin, and then the options of each route. */
async function wire(app, settings, redis, nameSpace) {
  await app.register(rateLimit, { global: false, redis, nameSpace, allowList: () => !settings.enabled });
  for (const name of Object.keys(settings.limits)) {
    app.get(`/${name}`, { config: { rateLimit: settings.limits[name] } }, async () => 'ok');
  }
}

export const preset = {
  name: 'FastifyRateLimit',
  file: 'limits.json',
  libraries: ['@fastify/rate-limit', 'fastify'],

  async start(text, { redis, run }) {
    const settings = JSON.parse(text);
    const app = fastify();
    await wire(app, settings, redis, `${run}fastify:`);
    await app.listen({ host: '127.0.0.1', port: 0 });
    return {
      settings,
      port: app.server.address().port,
      countsInShadow: false,
      counter: ({ name, client }) => redis.counter(`${run}fastify:GET/${name}-${client}`),
      close: () => app.close(),
    };
  },
};
