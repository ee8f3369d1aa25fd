include(GNUInstallDirs)
install(TARGETS dateline RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
