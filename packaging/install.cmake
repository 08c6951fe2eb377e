# SPDX-License-Identifier: GPL-3.0-or-later
# What belongs beside the programs on a real machine, and the Debian package (cpack -G DEB in the build folder).
include(GNUInstallDirs)
install(FILES packaging/desktop/vn.trucban.TrucBan.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES packaging/desktop/vn.trucban.TrucBan.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES packaging/systemd/trucban-gateway.service DESTINATION lib/systemd/system)
install(FILES packaging/gateway/gateway.env packaging/postgresql/pg_hba.conf packaging/postgresql/trucban.conf packaging/DEPLOY.md
    DESTINATION ${CMAKE_INSTALL_DATADIR}/trucban)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME trucban)
set(CPACK_PACKAGE_CONTACT "Trực Ban <trucban@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Duty desk of a police page: citizens' messages in, answers and posts out")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "bubblewrap, ffmpeg, libqt6svg6, qt6-qpa-plugins, fonts-noto-core")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "postgresql-17, breeze-icon-theme, hunspell-vi, sonnet6-plugins, fonts-noto-color-emoji")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_STRIP_FILES ON)
include(CPack)
