CACHE_ENABLED = True
CACHE_TIMEOUTS = {
    "models": None,
    "users_list": 300,
}
