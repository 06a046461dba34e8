-- Health of a CacheProfile or a RateLimitPolicy, by the rules of kstatus. Argo CD opens no string library.
local metadata = obj.metadata or {}
local status = obj.status or {}

local function condition(type)
  for _, each in ipairs(status.conditions or {}) do
    if each.type == type then
      return each
    end
  end
  return {}
end

local function health(state, message)
  return { status = state, message = message or "" }
end

if (metadata.annotations or {})["cacheward.dev/paused"] == "true" then
  return health("Suspended", "The operator is stopped by annotation cacheward.dev/paused.")
end

local ready = condition("Ready")
local reconciling = condition("Reconciling")
local stalled = condition("Stalled")

-- The second is what a pause leaves behind until the operator has reconciled again.
if status.observedGeneration ~= metadata.generation or ready.observedGeneration ~= metadata.generation then
  return health("Progressing", "The operator has not reconciled this generation yet.")
end
if reconciling.status == "True" then
  return health("Progressing", reconciling.message)
end
if stalled.status == "True" then
  return health("Degraded", stalled.message)
end
if ready.status == "True" then
  return health("Healthy", ready.message)
end
-- Something outside has to change, such as a registry that does not answer; the operator tries again by itself.
return health("Progressing", ready.message)
