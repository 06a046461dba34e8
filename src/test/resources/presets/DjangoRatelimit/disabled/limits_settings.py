RATELIMIT_ENABLE = False
RATELIMIT_BLOCK = False
RATELIMIT_RATES = {
    "default": ["120/h"],
    "query": ["20/m"],
}
