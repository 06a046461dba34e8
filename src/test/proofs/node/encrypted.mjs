// Connects with the files of a mounted Secret, and with nothing else.
import { readFile } from 'node:fs/promises';
import { Redis } from 'ioredis';

const folder = process.argv[2];
const ca = await readFile(`${folder}/ca.crt`);
const redis = new Redis(await readFile(`${folder}/uri`, 'utf8'), { maxRetriesPerRequest: 1, tls: { ca } });
redis.on('error', (error) => console.log(error.message));
console.log(await redis.ping());
redis.disconnect();
