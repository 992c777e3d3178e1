-- Asks for another series each time. PATTERN is a path with {area} and {age}; the sequence is the
-- same for every server, and another one in each of wrk's threads.
local threads = 0

function setup(thread)
  threads = threads + 1
  thread:set("number", threads)
end

function init()
  math.randomseed(20261126 + number)
end

local pattern = os.getenv("PATTERN")

function request()
  local area, age = math.random(0, 184), math.random(0, 12)
  local path = pattern
    :gsub("{area}", area == 0 and "DK" or tostring(100 + area))
    :gsub("{age}", age == 0 and "TOT" or string.format("A%02d", age))
  return wrk.format("GET", path)
end
