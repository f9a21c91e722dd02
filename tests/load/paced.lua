-- paced.lua: wrk with a pause of PAUSE_MS before each request; POSTs BODY where there is one.
if os.getenv("BODY") then
  wrk.method = "POST"
  wrk.body = os.getenv("BODY")
  wrk.headers["Content-Type"] = "application/json"
end
if os.getenv("TOKEN") then
  wrk.headers["Authorization"] = "Bearer " .. os.getenv("TOKEN")
end
function delay()
  return tonumber(os.getenv("PAUSE_MS") or "0")
end
