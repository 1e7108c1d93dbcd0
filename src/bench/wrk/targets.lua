-- The requests of a file, in their order, over and over. To be run with one thread.
-- Argument: a file with a request on each line: path, then names and values of header fields, with tabs between.

dofile("src/bench/wrk/result.lua")

local requests = {}
local last = 0

local function read(line)
  local cells = {}
  for cell in line:gmatch("[^\t]+") do cells[#cells + 1] = cell end
  local fields = {}
  for i = 2, #cells, 2 do fields[cells[i]] = cells[i + 1] end
  return wrk.format("GET", cells[1], fields)
end

function init(args)
  for line in io.lines(args[1]) do requests[#requests + 1] = read(line) end
end

function request()
  last = last % #requests + 1
  return requests[last]
end
