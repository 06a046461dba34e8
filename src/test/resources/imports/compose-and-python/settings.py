from datetime import timedelta
import os
MINUTE = 60
CACHE_TTL = {
    "dataset_list": 60,  # comment
    "datasetContent": 5 * MINUTE,
    'query_result': timedelta(minutes=5),
    "llm": int(os.getenv("LLM_TTL", "3600")),
    "zero": 0,
}
RATE_LIMITS = {"default": "100/hour", "query": "20/min", "pair": (10, 60)}
class Settings(BaseSettings):
    redis_url: str = "redis://localhost:6379/1"
    cache_ttl_default: int = Field(300, description="x")
