THROTTLE_RATES = {
    "default": "120/hour",
    "query": "20/minute",
    "query/hour": "300/hour",
    "upload_file": "50/day",
}
