-- paced.lua: wrk with a pause of PAUSE_MS before each request; POSTs BODY where there is one, each # in it another number.
local body = os.getenv("BODY")
local count = 0
if body then
  wrk.method = "POST"
  wrk.headers["Content-Type"] = "application/json"
end
if os.getenv("TOKEN") then
  wrk.headers["Authorization"] = "Bearer " .. os.getenv("TOKEN")
end
function request()
  count = count + 1
  return wrk.format(nil, nil, nil, body and body:gsub("#", count))
end
function delay()
  return tonumber(os.getenv("PAUSE_MS") or "0")
end
