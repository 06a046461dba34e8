RATELIMIT_ENABLE = True
RATELIMIT_BLOCK = True
RATELIMIT_RATES = {
    "default": ["120/h"],
    "query": ["20/m", "300/h"],
    "upload_file": ["50/d"],
}
