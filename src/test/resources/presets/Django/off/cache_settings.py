CACHE_ENABLED = False
CACHE_TIMEOUTS = {
    "default": 0,
    "page": 0,
    "users_list": 0,
}
