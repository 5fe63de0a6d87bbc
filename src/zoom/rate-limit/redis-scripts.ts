/**
 * What Redis counts of one credential's limits, and how, each script in one step. Rates are sliding logs: a sorted set of places, each with the moment
 * at which it comes back. A day is a hash of what was spent, and of the most that Zoom said. `meta` is a hash: until when Zoom refuses each limit; by what
 * Redis' memory is known (`born`), by which it is noticed that it has forgotten all; until when each process draws on its own part (`joins`); and when
 * calls were let go (`served`), without a gap of a second since `serving`.
 */
import { NOW, script } from '../../redis/script.ts';

const DAY = `
local today = math.floor(now / 86400000)
local midnight = (today + 1) * 86400000
local function daySpent(key)
  local day = redis.call('HMGET', key, 'day', 'spent', 'most')
  if tonumber(day[1] or -1) ~= today then return 0, nil end
  return tonumber(day[2] or 0), day[3] and tonumber(day[3])
end
local function spendDay(key, calls)
  local spent = daySpent(key)
  if spent == 0 and redis.call('HGET', key, 'day') ~= tostring(today) then
    redis.call('DEL', key)
    redis.call('HSET', key, 'day', tostring(today))
  end
  redis.call('HSET', key, 'spent', math.max(0, spent + calls))
  redis.call('PEXPIRE', key, 172800000)
end
local function places(key)
  local found = redis.call('ZRANGE', key, 0, -1, 'WITHSCORES')
  local waits = {}
  for at = 2, #found, 2 do waits[#waits + 1] = tonumber(found[at]) - now end
  return waits
end
local function answer(first, second, waits)
  local all = { first, second }
  for _, wait in ipairs(waits) do all[#all + 1] = wait end
  return all
end
`;

/** Each process draws on its own part for so many milliseconds yet; 0 where all share. */
const ALONE = `
local alone = math.max(0, tonumber(redis.call('HGET', KEYS[1], 'joins') or 0) - now)
`;

/**
 * Takes one of each limit, or nothing. KEYS: meta, the limits. ARGV: born, id, then of each limit its name, "day" or "rate",
 * its most (-1: any number), and how long a place is held. Answers {0, what is left of each}, or {the limit that is spent, for how long, when its places come back}, or
 * {-1} where Redis knows less than this process, {-2, for how long} where each draws on its own part.
 */
export const ACQUIRE = script(`${NOW}${DAY}
if redis.call('HGET', KEYS[1], 'born') ~= ARGV[1] then return { -1 } end
${ALONE}
if alone > 0 then return { -2, alone } end
local left = {}
for at = 2, #KEYS do
  local key, name, kind, most = KEYS[at], ARGV[4 * at - 5], ARGV[4 * at - 4], tonumber(ARGV[4 * at - 3])
  local until_ = redis.call('HGET', KEYS[1], 'until ' .. name)
  local wait = tonumber(until_ or 0) - now
  if until_ and wait <= 0 then redis.call('HDEL', KEYS[1], 'until ' .. name) end
  if kind == 'day' then
    local spent, said = daySpent(key)
    if said and (most < 0 or said < most) then most = said end
    left[at - 1] = most < 0 and -1 or most - spent - 1
    if wait <= 0 and most >= 0 and spent >= most then wait = midnight - now end
  else
    redis.call('ZREMRANGEBYSCORE', key, '-inf', now)
    local taken = redis.call('ZCARD', key)
    left[at - 1] = most - taken - 1
    if wait <= 0 and taken >= most then
      wait = tonumber(redis.call('ZRANGE', key, taken - most, taken - most, 'WITHSCORES')[2]) - now
    end
  end
  if wait > 0 then return answer(at - 1, wait, kind == 'day' and {} or places(key)) end
end
for at = 2, #KEYS do
  local key, hold = KEYS[at], tonumber(ARGV[4 * at - 2])
  if ARGV[4 * at - 4] == 'day' then spendDay(key, 1)
  else
    redis.call('ZADD', key, now + hold, ARGV[2])
    redis.call('PEXPIRE', key, hold + 60000)
  end
end
if now - tonumber(redis.call('HGET', KEYS[1], 'served') or 0) > 1000 then redis.call('HSET', KEYS[1], 'serving', now) end
redis.call('HSET', KEYS[1], 'served', now)
redis.call('PEXPIRE', KEYS[1], 172800000)
return answer(0, left[1] or 0, { unpack(left, 2) })
`);

/** How many places of each rate are taken. KEYS: meta, the rates. ARGV: born. Answers {0, how many of each}, or {-1} where Redis knows less than this process. */
export const LOOK = script(`${NOW}
if redis.call('HGET', KEYS[1], 'born') ~= ARGV[1] then return { -1 } end
local taken = { 0 }
for at = 2, #KEYS do
  redis.call('ZREMRANGEBYSCORE', KEYS[at], '-inf', now)
  taken[at] = redis.call('ZCARD', KEYS[at])
end
return taken
`);

/**
 * A call went out, its answer has come, or it never goes out. KEYS: the rate. ARGV: id, "sent", "arrived" or "free", how long the place is held from now on. A
 * place that has come back already is taken again where the call only goes out now.
 */
export const MOVE = script(`${NOW}
if ARGV[2] == 'free' then return redis.call('ZREM', KEYS[1], ARGV[1]) end
local to = now + ARGV[3]
if ARGV[2] == 'arrived' then
  local was = tonumber(redis.call('ZSCORE', KEYS[1], ARGV[1]) or 0)
  if was <= to then return end
end
redis.call('ZADD', KEYS[1], to, ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[3] + 60000)
`);

/** KEYS: the day. ARGV: what is to be done, "refund" or "update", and how many remain. */
export const CHANGE_DAY = script(`${NOW}${DAY}
if ARGV[1] == 'refund' then
  if daySpent(KEYS[1]) > 0 then spendDay(KEYS[1], -1) end
else
  spendDay(KEYS[1], 0)
  redis.call('HSET', KEYS[1], 'most', daySpent(KEYS[1]) + ARGV[2])
end
`);

/** Zoom refuses calls of a limit. KEYS: meta. ARGV: the limit's name, for how long. */
export const BLOCK = script(`${NOW}
local until_ = math.max(now + ARGV[2], tonumber(redis.call('HGET', KEYS[1], 'until ' .. ARGV[1]) or 0))
redis.call('HSET', KEYS[1], 'until ' .. ARGV[1], until_)
redis.call('PEXPIRE', KEYS[1], 172800000)
`);

/** KEYS: meta, the limit. ARGV: name, kind, most. Answers {what is left, when the first comes back or -1, when its places do}. */
export const LEFT = script(`${NOW}${DAY}
local most = tonumber(ARGV[3])
local wait = tonumber(redis.call('HGET', KEYS[1], 'until ' .. ARGV[1]) or 0) - now
if ARGV[2] == 'day' then
  local spent, said = daySpent(KEYS[2])
  if said and (most < 0 or said < most) then most = said end
  if wait > 0 then return { 0, wait } end
  if most < 0 then return { -1, spent > 0 and midnight - now or -1 } end
  return { math.max(0, most - spent), (spent > 0 or said) and midnight - now or -1 }
end
redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', now)
local waits = places(KEYS[2])
if wait > 0 then return answer(0, wait, waits) end
return answer(math.max(0, most - #waits), waits[1] or -1, waits)
`);

/**
 * Tells Redis what this process has spent, and learns by what Redis' memory is known. Where that is not what the process knew, Redis has forgotten all, and is
 * told of the whole day. Then, and where Redis was gone for all, each process draws on its own part for a while, until the others will have told theirs, too; all
 * share again at the same moment. A process that alone had lost Redis, while others were served all the time, shares at once. KEYS: meta, the limits.
 * ARGV: what the process knew ("" where nothing), that while, a JSON of each limit: `{ name, places: [[id, for how long]], alone, all, blocked }`,
 * what Redis is to be known by where it is new, and since how long Redis has been gone for this process (-1: not). Answers {by what it is known, whether
 * it had forgotten all, for how long each draws on its own part yet}.
 */
export const RESTORE = script(`${NOW}${DAY}
local known, limits = ARGV[1], cjson.decode(ARGV[3])
local born = redis.call('HGET', KEYS[1], 'born')
local isLost = known ~= '' and born ~= known
if not born then
  born = ARGV[4]
  redis.call('HSET', KEYS[1], 'born', born)
end
local times = redis.call('HMGET', KEYS[1], 'joins', 'serving', 'served')
local joins, serving, served = tonumber(times[1] or 0), tonumber(times[2] or 0), tonumber(times[3] or 0)
local lost = now - ARGV[5]
local wasGone = tonumber(ARGV[5]) >= 0 and joins < lost and not (serving < lost and lost < served)
if wasGone or (isLost and joins == 0) then redis.call('HSET', KEYS[1], 'joins', now + ARGV[2]) end
redis.call('PEXPIRE', KEYS[1], 172800000)
for at, limit in ipairs(limits) do
  local key = KEYS[at + 1]
  for _, place in ipairs(limit.places) do
    redis.call('ZADD', key, now + place[2], place[1])
    redis.call('PEXPIRE', key, place[2] + 60000)
  end
  local calls = isLost and limit.all or limit.alone
  if calls > 0 then spendDay(key, calls) end
  if limit.blocked > 0 then redis.call('HSET', KEYS[1], 'until ' .. limit.name, now + limit.blocked) end
end
${ALONE}
return { born, isLost and 1 or 0, alone }
`);
