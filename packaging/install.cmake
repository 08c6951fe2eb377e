# SPDX-License-Identifier: GPL-3.0-or-later
# What belongs beside the programs on a real machine, and the Debian package (cpack -G DEB in the build folder).
include(GNUInstallDirs)
install(FILES packaging/desktop/vn.trucban.TrucBan.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES packaging/desktop/vn.trucban.TrucBan.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES packaging/systemd/trucban-gateway.service DESTINATION lib/systemd/system)
install(FILES packaging/gateway/gateway.env packaging/postgresql/pg_hba.conf packaging/postgresql/trucban.conf packaging/DEPLOY.md
    DESTINATION ${CMAKE_INSTALL_DATADIR}/trucban)
install(DIRECTORY resources/sample DESTINATION ${CMAKE_INSTALL_DATADIR}/trucban) # shows the columns of what administrators import

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME trucban)
set(CPACK_PACKAGE_CONTACT "Trực Ban <trucban@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Duty desk of a police page: citizens' messages in, answers and posts out")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
# by name and not by dpkg-shlibdeps, which would want the whole of dpkg-dev in the userland
string(JOIN ", " CPACK_DEBIAN_PACKAGE_DEPENDS libc6 libstdc++6 libssl3t64 libpq5 libvips42t64 libglib2.0-0t64 libgcc-s1 libseccomp2 libqt6keychain1 libqt6core6t64 libqt6gui6 libqt6widgets6
    libqt6network6 libqt6concurrent6 libqt6sql6 libqt6sql6-psql libqt6svg6 qt6-svg-plugins libqt6multimedia6 libqt6multimediawidgets6 libqt6printsupport6
    libqt6charts6 libkf6syntaxhighlighting6 libkf6prison6 libxlsxwriter8 qt6-image-formats-plugins bubblewrap ffmpeg fonts-noto-core fonts-liberation)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "postgresql-17, breeze-icon-theme, hunspell-vi, sonnet6-plugins, fonts-noto-color-emoji")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_STRIP_FILES ON)
include(CPack)
