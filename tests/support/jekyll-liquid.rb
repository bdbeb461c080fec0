# frozen_string_literal: true

# What Jekyll's Liquid makes of pages: one path a line in, one JSON object a line out (path, md or error).
# Front matter is left off, and Markdown is not touched. Exits with 3 when jekyll is not installed. With the argument
# "collections" a site's posts and collections are read and rendered too.

ENV["JEKYLL_NO_BUNDLER_REQUIRE"] = "true"

begin
  require "jekyll"
rescue LoadError
  exit 3
end
require "json"

Jekyll.logger.log_level = :error

def root_of(page)
  dir = File.dirname(page)
  dir = File.dirname(dir) until File.exist?(File.join(dir, "_config.yml")) || dir == "/"
  dir
end

def config_of(root)
  user = Jekyll::Utils.safe_load_yaml(File.read(File.join(root, "_config.yml"), :encoding => "bom|utf-8")) || {}
  %w(theme remote_theme plugins gems whitelist plugins_dir source destination).each { |key| user.delete(key) }
  Jekyll::Configuration.from(user).merge(
    "source" => root, "plugins" => [], "safe" => true, "quiet" => true, "disable_disk_cache" => true
  )
end

def site_of(root)
  site = Jekyll::Site.new(config_of(root))
  site.reset
  if ARGV.include?("collections")
    site.read
    site.send(:render_docs, site.site_payload)
  else
    site.data = Jekyll::DataReader.new(site).read(site.config["data_dir"])
  end
  site
end

SITES = Hash.new { |sites, root| sites[root] = site_of(root) }

def liquid_of(path)
  root = root_of(path)
  site = SITES[root]
  page = Jekyll::Page.new(site, root, File.dirname(path.delete_prefix("#{root}/")), File.basename(path))
  payload = site.site_payload
  payload["page"] = page.to_liquid
  return page.content if page.data["render_with_liquid"] == false

  info = { :registers => { :site => site, :page => payload["page"] }, :strict_filters => false, :strict_variables => false }
  site.liquid_renderer.file(path).parse(page.content.to_s).render!(payload, info)
end

$stdin.each_line(:chomp => true) do |path|
  next if path.empty?

  begin
    puts JSON.generate({ "path" => path, "md" => liquid_of(path) })
  rescue StandardError => e
    puts JSON.generate({ "path" => path, "error" => "#{e.class}: #{e.message}" })
  end
end
