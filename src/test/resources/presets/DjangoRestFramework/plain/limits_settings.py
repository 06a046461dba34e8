THROTTLE_RATES = {
    "default": "120/hour",
    "query": "20/minute",
}
