CACHE_ENABLED = True
CACHE_TIMEOUTS = {
    "default": 3600,
    "page": 60,
    "users_list": 5400,
}
