-- Reports what prose holds; report45.publishing.pandoc decides what may stand. Changes nothing,
-- except that plain text, which has no links, gets their addresses.
local mark = "-1"

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

function Pandoc(doc)
  for _, block in ipairs(doc.blocks) do
    local text = block.t == "Para" and pandoc.utils.stringify(block) or ""
    local number = text:match("^\u{e010}(%d+)\u{e012}")
    if number then
      mark = number
      say("mark", "")
    end
    pandoc.Div({ block }):walk(watch)
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
end
