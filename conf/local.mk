# conf/local.mk: what is installed beside the programs, and what a release tarball holds. Nothing is written to /etc:
# the examples in $(pkgdatadir) are to be copied from there and adapted.

# The words of conf/gateway/README.md, as an installation has them.
render = sed \
	-e 's|@SOCK@|$(runstatedir)/vinylhound|g' \
	-e 's|@PID@|$(runstatedir)/vinylhound|g' \
	-e 's|@LOG@|$(localstatedir)/log/vinylhound|g' \
	-e 's|@STATE@|$(localstatedir)/cache/vinylhound|g' \
	-e 's|@LISTEN@|80 default_server|g' \
	-e 's|@WWW@|$(pkgdatadir)/www|g' \
	-e 's|@USER@|user www-data;|g' \
	-e 's|@DATADIR@|$(pkgdatadir)|g' \
	-e 's|@CONFDIR@|$(vhconfdir)|g' \
	-e 's|@SBINDIR@|$(sbindir)|g' \
	-e 's|@BINDIR@|$(bindir)|g'

sysusersdir = $(prefix)/lib/sysusers.d
tmpfilesdir = $(prefix)/lib/tmpfiles.d

install-data-hook:
	@set -e; umask 022; d='$(DESTDIR)$(pkgdatadir)'; \
	echo " installing schemas, settings, units and the site below $$d"; \
	$(MKDIR_P) "$$d/gateway" "$$d/conf" "$$d/demo" '$(DESTDIR)$(systemdsystemunitdir)' \
		'$(DESTDIR)$(sysusersdir)' '$(DESTDIR)$(tmpfilesdir)'; \
	for s in user catalog rating; do \
		$(MKDIR_P) "$$d/sql/$$s"; \
		$(INSTALL_DATA) $(srcdir)/sql/$$s/*.sql "$$d/sql/$$s"; \
	done; \
	$(INSTALL_DATA) $(srcdir)/sql/grants.sql "$$d/sql"; \
	$(INSTALL_DATA) $(srcdir)/demo/*.xml "$$d/demo"; \
	$(INSTALL_DATA) $(srcdir)/conf/databases/mariadb.cnf "$$d/conf"; \
	for f in $(srcdir)/conf/gateway/*.conf $(srcdir)/conf/gateway/*.map $(srcdir)/conf/gateway/README.md; do \
		case $$f in \
		*/limits-development.conf) continue ;; \
		*/limits-production.conf) to=limits.conf ;; \
		*) to=$${f##*/} ;; \
		esac; \
		$(render) $$f >"$$d/gateway/$$to"; chmod 644 "$$d/gateway/$$to"; \
	done; \
	for f in $(srcdir)/conf/pools/*.conf; do \
		case $$f in \
		*/sysusers.conf) to='$(DESTDIR)$(sysusersdir)/vinylhound.conf' ;; \
		*/tmpfiles.conf) to='$(DESTDIR)$(tmpfilesdir)/vinylhound.conf' ;; \
		*) to=$$d/conf/$${f##*/} ;; \
		esac; \
		$(render) $$f >"$$to"; chmod 644 "$$to"; \
	done; \
	for f in $(srcdir)/conf/*/*.service $(srcdir)/conf/*/*.socket $(srcdir)/conf/*/*.timer; do \
		to='$(DESTDIR)$(systemdsystemunitdir)'/$${f##*/}; \
		$(render) $$f >"$$to"; chmod 644 "$$to"; \
	done; \
	for www in www/dist $(srcdir)/www/dist; do \
		if test -d $$www; then rm -rf "$$d/www"; cp -R $$www "$$d/www"; chmod -R u+w,go=rX "$$d/www"; break; fi; \
	done

uninstall-hook:
	rm -rf '$(DESTDIR)$(pkgdatadir)'
	cd '$(DESTDIR)$(systemdsystemunitdir)' && rm -f vinylhound-*.service vinylhound-*.socket vinylhound-*.timer
	rm -f '$(DESTDIR)$(sysusersdir)/vinylhound.conf' '$(DESTDIR)$(tmpfilesdir)/vinylhound.conf'

# All of the project's files, and the built site: what is unpacked needs no node.
dist-hook:
	@set -e; to=`cd $(distdir) && pwd`; build=`pwd`; cd $(srcdir); \
	tools/files >"$$to/MANIFEST.new"; \
	while read -r f; do \
		test -e "$$to/$$f" || { $(MKDIR_P) "$$to/`dirname $$f`"; cp -p "$$f" "$$to/$$f"; }; \
	done <"$$to/MANIFEST.new"; \
	mv "$$to/MANIFEST.new" "$$to/MANIFEST"; \
	for www in "$$build/www/dist" www/dist; do \
		if test -d "$$www" && test ! -d "$$to/www/dist"; then cp -Rp "$$www" "$$to/www/"; fi; \
	done

distclean-local:
	rm -rf .cache
