RATELIMIT_ENABLE = True
RATELIMIT_BLOCK = True
RATELIMIT_RATES = {
    "default": ["120/h"],
    "query": ["5/2m"],
}
