// The settings behind the cases: a limit is a list of [amount, seconds], a TTL is in seconds, null is for ever.
const PLAIN = { default: [[120, 3600]], query: [[20, 60]] };

export const LIMIT_CASES = {
  plain: { mode: 'Enforce', limits: PLAIN },
  several: {
    mode: 'Enforce',
    limits: { default: [[120, 3600]], query: [[20, 60], [300, 3600]], upload_file: [[50, 86400]] },
  },
  tight: { mode: 'Enforce', limits: { query: [[20, 60], [10, 3600]] } },
  multiples: { mode: 'Enforce', limits: { default: [[120, 3600]], query: [[5, 120]] } },
  long: { mode: 'Enforce', limits: { query: [[20, 2592000]] } },
  shadow: { mode: 'Shadow', limits: PLAIN },
  disabled: { mode: 'Disabled', limits: PLAIN },
};

const TIMES = { default: 3600, users_list: 5400, page: 60 };

export const CACHE_CASES = {
  plain: { enabled: true, ttls: TIMES },
  never: { enabled: true, ttls: { users_list: 300, models: null } },
  off: { enabled: false, ttls: TIMES },
  // No preset of this program can be told that one cache of several is off.
  disabled: null,
};
