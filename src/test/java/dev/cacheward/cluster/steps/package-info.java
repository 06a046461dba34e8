/**
 * An operator whose process ends right after each single thing that it does, and the tests that let it do whole jobs that way.
 * What an operator does at the API server or at a Redis server is called an effect. Tests of one job, killed at any time, belong
 * to that job's package.
 */
package dev.cacheward.cluster.steps;
