-- Small queries about things drawn at random, no text twice. To be run with one thread.
-- Arguments: file of slugs, Accept header, encoded query with @SLUG@ and @MARK@, mark of this window, seed.

dofile("src/bench/wrk/result.lua")

local slugs = {}
local template, window, state
local count = 0

function init(args)
  for line in io.lines(args[1]) do slugs[#slugs + 1] = line end
  wrk.headers["Accept"] = args[2]
  template, window, state = args[3], args[4], tonumber(args[5])
end

-- Park and Miller's generator: the same draws on every machine.
local function draw(n)
  state = (state * 48271) % 2147483647
  return state % n + 1
end

function request()
  count = count + 1
  local query = template:gsub("@SLUG@", slugs[draw(#slugs)]):gsub("@MARK@", window .. "n" .. count)
  return wrk.format("GET", "/sparql?query=" .. query)
end
