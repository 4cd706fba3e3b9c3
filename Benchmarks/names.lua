-- Asks for a card with a name that nobody has asked for; the first argument sets it apart.
local prefix, count = "", 0

function init(arguments)
    prefix = arguments[1]
end

function request()
    count = count + 1
    return wrk.format("GET", wrk.path .. "&name=" .. prefix .. "+" .. count)
end
