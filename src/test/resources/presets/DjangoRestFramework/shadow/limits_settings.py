THROTTLE_RATES = {
    "default": None,
    "query": None,
}
