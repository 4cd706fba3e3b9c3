-- Asks for a card with a name that nobody has asked for. The first argument sets the names apart, the
-- second is how long a connection rests before it asks again, in milliseconds.
local prefix, pause, count = "", 0, 0

function init(arguments)
    prefix = arguments[1]
    pause = tonumber(arguments[2])
end

function delay()
    return pause
end

function request()
    count = count + 1
    return wrk.format("GET", wrk.path .. "&name=" .. prefix .. "+" .. count)
end
