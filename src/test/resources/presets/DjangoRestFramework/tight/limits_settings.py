THROTTLE_RATES = {
    "query": "20/minute",
    "query/hour": "10/hour",
}
