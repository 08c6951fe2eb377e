# SPDX-License-Identifier: GPL-3.0-or-later
# The words the build speaks: a room is a static library, a program its composition root, a test a short story.

set(TRUCBAN_CORE_HEADERS <QtCore/QtCore> <expected> <optional> <vector> <memory> <functional> <algorithm> <chrono>)
set(TRUCBAN_WIDGET_HEADERS <QtWidgets/QtWidgets> <expected> <optional> <vector> <memory> <functional> <algorithm>)

# trucban_room(NAME [WIDGETS] [PUBLIC libs…] [PRIVATE libs…]): every .cpp/.h/.qrc below the calling folder
function(trucban_room name)
    cmake_parse_arguments(R "WIDGETS" "" "PUBLIC;PRIVATE" ${ARGN})
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS *.cpp *.h *.qrc)
    add_library(trucban_${name} STATIC ${sources})
    target_include_directories(trucban_${name} PUBLIC ${PROJECT_SOURCE_DIR}/app ${PROJECT_SOURCE_DIR})
    target_link_libraries(trucban_${name} PUBLIC Qt6::Core ${R_PUBLIC} PRIVATE ${R_PRIVATE})
    if(R_WIDGETS)
        target_link_libraries(trucban_${name} PUBLIC Qt6::Widgets)
        target_precompile_headers(trucban_${name} PRIVATE ${TRUCBAN_WIDGET_HEADERS})
    else()
        target_precompile_headers(trucban_${name} PRIVATE ${TRUCBAN_CORE_HEADERS})
    endif()
endfunction()

set(TRUCBAN_PRODUCT ${PROJECT_SOURCE_DIR}/app)

# trucban_program(NAME [WIDGETS] libs…): main.cpp and its neighbours
function(trucban_program name)
    cmake_parse_arguments(P "WIDGETS" "" "" ${ARGN})
    file(GLOB sources CONFIGURE_DEPENDS *.cpp *.h *.qrc)
    add_executable(${name} ${sources})
    target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/app ${PROJECT_SOURCE_DIR})
    target_link_libraries(${name} PRIVATE ${P_UNPARSED_ARGUMENTS})
    cmake_path(IS_PREFIX TRUCBAN_PRODUCT ${CMAKE_CURRENT_SOURCE_DIR} is_product)
    if(is_product) # the stand-in and the benchmarks stay at home
        install(TARGETS ${name} RUNTIME)
    endif()
endfunction()

# trucban_test(NAME [GUI] [TIMEOUT s] SOURCES files… LIBS libs…): one QtTest program registered with ctest.
# GUI tests share the one X display, so they run one at a time.
function(trucban_test name)
    cmake_parse_arguments(T "GUI" "TIMEOUT" "SOURCES;LIBS;LABELS" ${ARGN})
    add_executable(${name} ${T_SOURCES})
    target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/app ${PROJECT_SOURCE_DIR} ${PROJECT_SOURCE_DIR}/tests)
    target_compile_definitions(${name} PRIVATE TRUCBAN_SOURCE_DIR="${PROJECT_SOURCE_DIR}" TRUCBAN_BINARY_DIR="${CMAKE_BINARY_DIR}")
    target_link_libraries(${name} PRIVATE Qt6::Test ${T_LIBS})
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    add_test(NAME ${name} COMMAND ${name})
    if(NOT T_TIMEOUT)
        set(T_TIMEOUT 180)
    endif()
    set_tests_properties(${name} PROPERTIES TIMEOUT ${T_TIMEOUT} LABELS "${T_LABELS}")
    if(T_GUI)
        set_tests_properties(${name} PROPERTIES RESOURCE_LOCK display)
    endif()
endfunction()

# every subfolder that has a CMakeLists.txt, so that a place is added or deleted by its folder alone
macro(trucban_add_folders)
    file(GLOB trucban_folders CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*/CMakeLists.txt)
    foreach(trucban_folder ${trucban_folders})
        cmake_path(GET trucban_folder PARENT_PATH trucban_folder)
        add_subdirectory(${trucban_folder})
    endforeach()
endmacro()
