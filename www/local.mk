# www/local.mk: builds the site into www/dist of the build tree. www/scripts/web decides whether there is anything to do:
# `npm ci` runs when package-lock.json has changed, vite when a source is newer than what was built, and neither where a
# ready www/dist came with the sources.

# What a release tarball is given; www/dist among it, so that what is unpacked needs no node.
EXTRA_DIST += \
	www/dist \
	www/index.html www/package.json www/package-lock.json www/.npmrc www/.prettierrc.json www/.prettierignore \
	www/eslint.config.js www/svelte.config.js www/tsconfig.json www/vite.config.js \
	www/public www/scripts www/src

web:
	@$(srcdir)/www/scripts/web dist .
www/dist: web

# conf/local.mk copies www/dist to $(pkgdatadir)/www, after this.
install-data-local: web

# Types, layout, descriptions of the API and what is generated from them: silent but for complaints.
web-lint:
	@for s in lint check lint:openapi check:generated; do $(srcdir)/www/scripts/web run $$s || exit 1; done
web-test:
	@$(srcdir)/www/scripts/web run test

# In the source tree www/dist may be the one that came with the tarball: that goes with maintainer-clean alone.
clean-local: web-clean
web-clean:
	@test www/scripts/web -ef $(srcdir)/www/scripts/web || rm -rf www/dist www/dist.new
maintainer-clean-local: web-maintainer-clean
web-maintainer-clean:
	rm -rf www/dist www/dist.new www/node_modules

.PHONY: web web-lint web-test web-clean web-maintainer-clean
