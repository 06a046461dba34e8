CACHE_ENABLED = True
CACHE_TIMEOUTS = {
    "secrets": 0,
    "users_list": 300,
}
