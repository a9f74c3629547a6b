-- Reports what prose holds; report45.writers.pandoc decides what may stand. Changes nothing,
-- except that prose is prose also where its editor indented it, and that plain text, which has no
-- links, gets their addresses.
local mark = "-1"
local changed = false

local function say(kind, text)
  io.stderr:write("report45\t", kind, "\t", mark, "\t", (text:gsub("%s", " ")), "\n")
end

local watch = {
  Link = function(link) say("link", link.target) end,
  Image = function(image) say("image", image.src) end,
  Header = function(header) say("header", pandoc.utils.stringify(header)) end,
  RawInline = function(raw) say("raw", raw.text) end,
  RawBlock = function(raw) say("raw", raw.text) end,
}

-- Markdown takes an indented paragraph for code. Code that is meant stands between fences, and the
-- class they got on their way here tells it.
local function reread(code)
  if #code.classes > 0 and not code.classes:includes("bare") then
    return nil
  end
  changed = true
  if #code.classes > 0 then
    code.classes = {}
    return code
  end
  if code.text:find("[^", 1, true) then
    say("indented", "")
  end
  local text = ("\n" .. code.text):gsub("\n[ \t]+", "\n")
  local format = { format = "markdown", extensions = PANDOC_READER_OPTIONS.extensions }
  return pandoc.read(text, format).blocks
end

function Pandoc(doc)
  local blocks = pandoc.Blocks({})
  for _, block in ipairs(doc.blocks) do
    local text = block.t == "Para" and pandoc.utils.stringify(block) or ""
    local number = text:match("^\u{e010}(%d+)\u{e012}")
    if number then
      mark = number
      say("mark", "")
    end
    local read = pandoc.Div({ block }):walk({ CodeBlock = reread })
    read:walk(watch)
    blocks:extend(read.content)
  end
  if changed then
    doc.blocks = blocks
  end
  if FORMAT == "plain" then
    return doc:walk({
      Link = function(link)
        local address = link.target:gsub("^mailto:", "")
        if link.target:sub(1, 1) == "#" or pandoc.utils.stringify(link) == address then
          return link.content
        end
        link.content:insert(pandoc.Str(" (" .. address .. ")"))
        return link.content
      end,
    })
  end
  return changed and doc or nil
end
