"""ConvoInsight's backend in short: the routes that its cache and its limits are for."""

from datetime import datetime, timezone
from statistics import mean

from fastapi import FastAPI, HTTPException, Request, Response
from slowapi import _rate_limit_exceeded_handler
from slowapi.errors import RateLimitExceeded

from cache import Cache
from ratelimits import RateLimits

DATASETS = {
    "houses": {"rooms": [3, 4, 4, 5], "price": [210_000, 305_000, 280_000, 410_000]},
    "trains": {"delay": [0, 2, 11, 0, 4]},
}

limits = RateLimits()
dataset_lists = Cache("dataset_list")
query_results = Cache("query_result")

app = FastAPI(title="ConvoInsight")
app.state.limiter = limits
app.add_exception_handler(RateLimitExceeded, _rate_limit_exceeded_handler)


@app.get("/health")
def health():
    """For the kubelet: neither limited nor dependent on Redis, without which the application works on."""
    return {"status": "up"}


@app.get("/datasets")
@limits.named("dataset_ops")
def datasets(request: Request, response: Response):
    """The names of all datasets."""
    names, response.headers["X-Cache"] = dataset_lists.get("all", lambda: sorted(DATASETS))
    return names


@app.get("/query/{dataset}/{column}")
@limits.named("query")
def query(request: Request, response: Response, dataset: str, column: str):
    """The mean of a column, and when it was computed."""
    if column not in DATASETS.get(dataset, {}):
        raise HTTPException(404, f"no column {column!r} in dataset {dataset!r}")

    def compute():
        return {"mean": mean(DATASETS[dataset][column]), "computed": datetime.now(timezone.utc).isoformat()}

    result, response.headers["X-Cache"] = query_results.get(f"{dataset}:{column}", compute)
    return result
