# Data that is compiled in: rtopitch-embed checks the JSON of data/ and writes it as C tables.
set(RTOPITCH_EMBED "" CACHE FILEPATH "rtopitch-embed of a native build, for cross-compiling")

if(NOT RTOPITCH_EMBED)
  add_executable(rtopitch-embed embed/main.c)
  target_link_libraries(rtopitch-embed PRIVATE rtp_document rtp_lint)
endif()

# rtp_embed(<packs|outlines|lint> <library> <folder of data>...) adds the tables to the library.
function(rtp_embed kind library)
  set(files)
  foreach(folder ${ARGN})
    file(GLOB found CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR} ${CMAKE_SOURCE_DIR}/data/${folder}/*.json)
    list(SORT found)
    list(APPEND files ${found})
  endforeach()
  list(TRANSFORM files PREPEND ${CMAKE_SOURCE_DIR}/ OUTPUT_VARIABLE paths)
  set(tables ${CMAKE_CURRENT_BINARY_DIR}/embedded_${kind}.c)
  set(tool rtopitch-embed)
  if(RTOPITCH_EMBED)
    set(tool ${RTOPITCH_EMBED})
  endif()
  # Run at the root, so that diagnostics name files as the author of a rule knows them.
  add_custom_command(
    OUTPUT ${tables}
    COMMAND ${tool} ${kind} ${tables} ${files}
    DEPENDS ${tool} ${paths}
    WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}
    COMMENT "Embedding ${kind}"
    VERBATIM)
  target_sources(${library} PRIVATE ${tables})
endfunction()
