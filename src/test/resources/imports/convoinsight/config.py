from datetime import timedelta

CACHE_TTL = {
    "dataset_list": 60,
    "dataset_content": 300,
    "query_result": 60 * 5,
    "session_state": timedelta(minutes=30),
    "pg_connection": 10 * 60,
    "llm_models": 3_600,  # rarely change
}

RATE_LIMITS = {
    "default": "100/hour",
    "query": "20/minute",
    "upload": "50/hour",
    "dataset_ops": "200/hour",
    "auth": "10/minute",
}
