RATELIMIT_ENABLE = True
RATELIMIT_BLOCK = True
RATELIMIT_RATES = {
    "query": ["20/m", "10/h"],
}
