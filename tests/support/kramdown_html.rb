# Renders Markdown as a Jekyll site would, for tests that compare with kramdown's own HTML.
# In and out: documents one after another, each a line with its number of bytes and then the bytes.
require "kramdown"
require "kramdown-parser-gfm"

$stdin.binmode
$stdout.binmode
while (size = $stdin.gets)
  text = $stdin.read(size.to_i).force_encoding("UTF-8").scrub
  options = { input: "GFM", hard_wrap: false, auto_ids: false, syntax_highlighter: nil, math_engine: nil }
  html = Kramdown::Document.new(text, options).to_html.b
  $stdout.write("#{html.bytesize}\n")
  $stdout.write(html)
end
