-- Reads the prose of a document once, and writes its pieces in every language that is asked for.
--
-- In comes JSON: `reader`, the Markdown it is; `columns`, how wide plain text is; `pieces`, of each
-- its inline text and its Markdown; `wanted`, by language the places of the pieces to write in it.
-- Out goes JSON: `pieces`, with what is `told` of each and whether it is `free` of what one document
-- for Word numbers; and `written`, by language.

local List = pandoc.List
local asked = pandoc.json.decode(io.read("a"), false)

-- A word that no text holds. A paragraph that begins with it as code begins a piece: in code, unlike
-- elsewhere, a word is written one way only.
local begin = "stuk"
do
  local texts = List()
  for _, one in ipairs(asked.pieces) do
    texts:extend(one)
  end
  local every = table.concat(texts, "\n")
  while every:find(begin, 1, true) do
    begin = begin .. "z"
  end
end

-- Markdown takes an indented paragraph for code. Code that is meant stands between fences, and the
-- class they got on their way here tells it.
local function prose_of(piece)
  return function(code)
    if code.classes:includes("bare") then
      code.classes = {}
      return code
    elseif #code.classes == 0 then
      if code.text:find("[^", 1, true) then
        piece.told:insert({ "indented", "" })
      end
      return pandoc.read(("\n" .. code.text):gsub("\n[ \t]+", "\n"), asked.reader).blocks
    end
  end
end

-- Tells what prose holds; report45.writers.pandoc decides what may stand.
local function look_through(piece)
  piece.blocks = piece.blocks:walk({ CodeBlock = prose_of(piece) })
  local function say(kind, text)
    piece.told:insert({ kind, text })
  end
  local function held()
    piece.free = false
  end
  local looked = {
    Link = function(link)
      say("link", link.target)
      piece.free = piece.free and link.target:sub(1, 1) == "#"
    end,
    Image = function(image) say("image", image.src) end,
    Header = function(header) say("header", pandoc.utils.stringify(header)) end,
    RawInline = function(raw) say("raw", raw.text) end,
    RawBlock = function(raw) say("raw", raw.text) end,
    Note = held,
    BulletList = held,
    OrderedList = held,
  }
  piece.inlines:walk(looked)
  piece.blocks:walk(looked)
end

local function new_piece()
  return {
    inlines = pandoc.Inlines({}),
    blocks = pandoc.Blocks({}),
    told = List(),
    free = true,
  }
end

local function read()
  local texts, pieces, begins, line = List(), List(), List(), 1
  for place, one in ipairs(asked.pieces) do
    texts:insert(("`%s%d` %s\n\n%s\n\n"):format(begin, place, one[1], one[2]))
    pieces:insert(new_piece())
    begins:insert(line)
    line = line + select(2, texts[place]:gsub("\n", ""))
  end
  texts:insert(("`%s%d`"):format(begin, #pieces + 1)) -- tells whether the last piece ends

  local blocks
  local said = pandoc.log.silence(function()
    blocks = pandoc.read(table.concat(texts), asked.reader).blocks
  end)
  local piece, ended = new_piece(), {}
  for _, block in ipairs(blocks) do
    local word = block.t == "Para" and block.content[1]
    local place = word and word.t == "Code" and tonumber(word.text:match("^" .. begin .. "(%d+)$"))
    if place then
      ended[place - 1] = true
      piece = pieces[place] or new_piece()
      piece.inlines:extend({ table.unpack(block.content, 3) }) -- behind the code and a space
    else
      piece.blocks:insert(block)
    end
  end
  for place, one in ipairs(pieces) do
    if not ended[place] then
      one.told:insert({ "endless", "" })
    end
    look_through(one)
  end
  for _, one in ipairs(said) do
    local message = pandoc.json.decode(pandoc.json.encode(one), false)
    local place = #pieces
    while place > 1 and message.line and begins[place] > message.line do
      place = place - 1
    end
    if message.verbosity == "WARNING" or message.verbosity == "ERROR" then
      pieces[place].told:insert({ "warning", message.pretty })
    end
  end
  return pieces
end

local unwrapped = pandoc.WriterOptions({ wrap_text = "none", highlight_method = "none" })

local function trimmed(text)
  return (text:gsub("^\n+", ""):gsub("\n+$", ""))
end

local function write(blocks, format, options)
  return trimmed(pandoc.write(pandoc.Pandoc(blocks), format, options))
end

-- Writes many texts in one go: each by itself takes as long as a page. On a line of its own between
-- them stands what `between` says, which is no prose: in that, its first sign is written otherwise.
local function write_many(texts, format, between)
  local blocks, marks = pandoc.Blocks({}), List()
  local language = format:match("^%a+")
  for place, text in ipairs(texts) do
    marks:insert(between:format(begin, place))
    blocks:insert(pandoc.RawBlock(language, marks[place]))
    blocks:extend(text)
  end
  local written = "\n" .. pandoc.write(pandoc.Pandoc(blocks), format, unwrapped) .. "\n"
  local cut, last = List(), nil
  for place = #marks, 1, -1 do
    local from, to = written:find("\n" .. marks[place] .. "\n", 1, true)
    cut:insert(1, trimmed(written:sub(to, last)))
    last = from
  end
  return cut
end

-- Gives inlines as they stand in a table of contents.
local function bare(inlines)
  return inlines:walk({
    Link = function(link) return link.content end,
    Note = function() return {} end,
  })
end

-- Says of a table which cells are headers, and lets it scroll on a narrow screen.
local function scrolling(found)
  local named = List()
  for _, row in ipairs(found.head.rows) do
    for _, cell in ipairs(row.cells) do
      cell.attr.attributes.scope = "col"
      local text = pandoc.utils.stringify(cell.contents)
      if text ~= "" then
        named:insert(text)
      end
    end
  end
  for _, body in ipairs(found.bodies) do
    body.row_head_columns = 1
    for _, row in ipairs(body.body) do
      row.cells[1].attr.attributes.scope = "row"
    end
  end
  local label = #named > 0 and "Tabel: " .. table.concat(named, ", ") or "Tabel"
  local attributes = { { "role", "region" }, { "tabindex", "0" }, { "aria-label", label } }
  return pandoc.Div({ found }, pandoc.Attr("", { "schuif" }, attributes))
end

local languages = {}

function languages.html5(pieces)
  local notes, texts = List(), List()
  local ours = {
    Table = scrolling,
    Note = function(note)
      local number = #notes + 1
      notes:insert(note.content)
      local about = pandoc.Attr("fnref" .. number, { "footnote-ref" }, { { "role", "doc-noteref" } })
      return pandoc.Link({ pandoc.Superscript(tostring(number)) }, "#fn" .. number, "", about)
    end,
  }
  local function item(note, number)
    local blocks = note:walk({ Table = scrolling })
    local about = pandoc.Attr("", { "footnote-back" }, { { "role", "doc-backlink" } })
    local back = pandoc.Link("↩︎", "#fnref" .. number, "", about)
    local last = blocks[#blocks]
    if last and (last.t == "Para" or last.t == "Plain") then
      last.content:insert(back)
    else
      blocks:insert(pandoc.Plain({ back }))
    end
    return ('<li id="fn%d">%s</li>'):format(number, write(blocks, "html5", unwrapped))
  end
  for _, piece in ipairs(pieces) do
    texts:insert({ pandoc.Plain(piece.inlines:walk(ours)) })
    texts:insert({ pandoc.Plain(bare(piece.inlines)) })
    texts:insert(piece.blocks:walk(ours))
  end
  local cut, items = write_many(texts, "html5", "<%s %d>"), List()
  for number, note in ipairs(notes) do
    items:insert(item(note, number))
  end
  return {
    pieces = pieces:map(function(_, place) return { table.unpack(cut, 3 * place - 2, 3 * place) } end),
    notes = #items > 0 and "<ol>\n" .. table.concat(items, "\n") .. "\n</ol>" or "",
  }
end

function languages.typst(pieces)
  local texts = List()
  for _, piece in ipairs(pieces) do
    texts:insert({ pandoc.Plain(piece.inlines) })
    texts:insert(piece.blocks)
  end
  -- Typst would choose the shape of quotation marks itself; this way all formats have the same.
  local cut = write_many(texts, "typst-smart", "#%s(%d)")
  return {
    pieces = pieces:map(function(_, place)
      -- what an editor writes cannot hold this: its # would have a backslash
      local body = cut[2 * place]:gsub("align%(center%)%[#table%(", "align(left)[#table(")
      return { cut[2 * place - 1], "", body }
    end),
  }
end

function languages.plain(pieces)
  local wrapped = pandoc.WriterOptions({ wrap_text = "auto", columns = asked.columns })
  local notes, count = pandoc.Blocks({}), 0
  local ours = {
    -- plain text has no links: it gets their addresses
    Link = function(link)
      local address = link.target:gsub("^mailto:", "")
      if address:sub(1, 1) ~= "#" and pandoc.utils.stringify(link) ~= address then
        link.content:insert(pandoc.Str(" (" .. address .. ")"))
      end
      return link.content
    end,
    Note = function(note)
      count = count + 1
      local number = "[" .. count .. "]"
      local first = note.content[1]
      if first and (first.t == "Para" or first.t == "Plain") then
        first.content:insert(1, pandoc.Str(number))
        first.content:insert(2, pandoc.Space())
      else
        notes:insert(pandoc.Para(number))
      end
      notes:extend(note.content)
      return pandoc.Str(number)
    end,
  }
  local made = pieces:map(function(piece)
    local inline = write({ pandoc.Plain(piece.inlines:walk(ours)) }, "plain", unwrapped)
    return { inline, "", write(piece.blocks:walk(ours), "plain", wrapped) }
  end)
  return { pieces = made, notes = write(notes, "plain", wrapped) }
end

-- Word numbers lists, notes and addresses through a whole document, so that pandoc writes one.
function languages.docx(pieces)
  local function raw(text)
    return pandoc.RawInline("openxml", text)
  end
  local blocks = pandoc.Blocks({})
  for _, piece in ipairs(pieces) do
    blocks:insert(pandoc.RawBlock("openxml", "<piece/>"))
    blocks:insert(pandoc.Para({ raw("<inline/>"), table.unpack(piece.inlines) }))
    blocks[#blocks].content:insert(raw("<inline/>"))
    blocks:extend(piece.blocks)
  end
  blocks:insert(pandoc.RawBlock("openxml", "<piece/>"))
  local parts = {}
  for _, entry in ipairs(pandoc.zip.Archive(pandoc.write(pandoc.Pandoc(blocks), "docx")).entries) do
    if entry.path:match("^word/.*%.xml$") or entry.path:match("^word/.*%.rels$") then
      parts[entry.path] = entry:contents()
    end
  end
  local plain = pieces:map(function(piece) return pandoc.utils.stringify(bare(piece.inlines)) end)
  return { parts = parts, plain = plain }
end

local pieces, written = read(), {}
for language, places in pairs(asked.wanted) do
  written[language] = languages[language](List(places):map(function(place) return pieces[place] end))
end
local told = pieces:map(function(piece) return { told = piece.told, free = piece.free } end)
io.write(pandoc.json.encode({ pieces = told, written = written }))
